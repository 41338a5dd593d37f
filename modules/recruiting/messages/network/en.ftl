recruiting-duplicates = Possible duplicates
recruiting-duplicates-text = Files that may be of the same person: the same e-mail address or phone number, or the same name with the same date of birth or city. You decide.
recruiting-no-duplicates = No possible duplicates
recruiting-no-duplicates-text = As soon as two files have the same address, phone number, or name with the same date of birth or city, they stand here.
recruiting-same-email = Same e-mail
recruiting-same-phone = Same phone
recruiting-same-birth = Same name and date of birth
recruiting-same-town = Same name and city
recruiting-merge = Merge
recruiting-merge-title = Merge another file into that of { $name }
recruiting-merge-text = Choose what the file says afterwards. Everything else comes together, and what both files have stays once.
recruiting-merge-stays = Stays
recruiting-merge-goes = Is merged into it
recruiting-merge-swap = Keep the other file
recruiting-merge-same = Both files say the same.
recruiting-merge-choose = What the file says afterwards
recruiting-merge-nothing = nothing
recruiting-merge-joined = What comes together
recruiting-merge-joined-text = Applications for the same vacancy become one: the one that came further stays, with the documents, notes and events of both.
recruiting-merge-undo-text = You can undo this for 30 days.
recruiting-merged = Files merged
recruiting-merge-undone = The files are two again
recruiting-merge-was-undone = Undone
recruiting-merges = Merged files
recruiting-merge-until = Can be undone until { $day }
recruiting-mind = Tag or pool
recruiting-mind-some = Select candidates first: up to { $count } at once.
recruiting-mind-many = { $count ->
    [one] Keep { $count } candidate in mind
   *[other] Keep { $count } candidates in mind
}
recruiting-mind-tag-help = A word or two by which you find them again. Nothing about health, belief, origin or family.
recruiting-mind-into = Put into the pool
recruiting-mind-out = Take out of the pool
recruiting-mind-no-pools = There is no pool yet. Create one under All lists, Candidate pools.
recruiting-mind-nothing = Enter a tag or choose a pool.
recruiting-kept = { $count ->
    [one] Candidate updated
   *[other] { $count } candidates updated
}
recruiting-kept-none = Everybody had that already
recruiting-mind-undone = Everything is as it was
recruiting-wait-mention = Read the note that mentions you
recruiting-mention-help = Type @ and a name to tell somebody on the hiring team.
recruiting-mention-list = People on the hiring team
recruiting-mentions-you = Mentions you
recruiting-mention-read = Mark as read
recruiting-mention-done = Marked as read
