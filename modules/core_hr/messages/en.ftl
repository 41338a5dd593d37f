# Pages of core HR: the personal area, people, organisation, jobs and skills.
people-me = My area
people-me-hello = Hello { $name }
people-me-no-file = Your account has no employee file
people-me-no-file-text = You can work with everything that your roles allow. Ask your HR department if this account should belong to an employee.
people-me-team = My team
people-my-team = My team
people-me-team-size = My team
people-me-direct = { $count ->
    [one] { $count } direct report
   *[other] { $count } direct reports
}
people-me-away = { $count ->
    [one] { $count } absent today
   *[other] { $count } absent today
}
people-me-headcount = Headcount
people-me-headcount-note = Active employees that you may see
people-joiners = Joiners
people-leavers = Leavers
people-this-month = This month
people-joiners-month = Joiners of this month
people-leavers-month = Leavers of this month
people-me-awaiting = Awaiting my action
people-me-nothing = Nothing awaits you
people-me-nothing-text = Requests of your team, tasks and dates that come near appear here.
people-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
people-wait-absence = Absence requested: { $from } to { $to }
people-wait-absence-day = Absence requested: { $from }
people-wait-trial = Trial period ends on { $date }
people-wait-permit = { $name } expires on { $date }
people-wait-document = { $name } expires on { $date }
people-wait-certification = { $name } expires on { $date }
people-away = Absent
people-away-until = Absent until { $date }
people-me-by-unit = Headcount by organisation
people-me-file = My file
people-me-absences = My absences
people-me-links = Go to
people-seniority = Seniority
people-since = since { $date }
people-until = until { $date }
people-length = { $years ->
    [0] { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
    [one] { $years } year { $months ->
        [0] {""}
        [one] { $months } month
       *[other] { $months } months
    }
   *[other] { $years } years { $months ->
        [0] {""}
        [one] { $months } month
       *[other] { $months } months
    }
}
people-length-new = less than a month
people-today = Today
people-tomorrow = Tomorrow
people-in-days = { $count ->
    [one] In { $count } day
   *[other] In { $count } days
}
people-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
people-nothing-recorded = Nothing recorded yet.
people-slice-current = current
people-slice-future = future
people-unit-below = Organisation and below
people-country = Country
people-quick = Quick filters
people-tabs = Sections of the file
people-tab-overview = Overview
people-tab-work = Work
people-tab-personal = Personal
people-tab-profile = Profile
people-tab-absences = Absences
people-tab-equipment = Equipment & onboarding
people-tab-pay = Pay data
people-tab-history = History
people-reports-to = reports to
people-not-yet = On the chosen date this person has not started yet. Hire date: { $date }
people-no-longer = On the chosen date this person has already left. Last day: { $date }
people-move = Move …
people-leave = Record leaving …
people-photo-change = Change photo
people-nothing = Nothing here yet
people-nothing-text = What is recorded about this person under this heading appears here.
people-hours-week = { $hours } hours a week
people-work = Assignment
people-no-assignment = There is no assignment on this date.
people-person = Person
people-employment = Employment
people-contact = Contact
people-extra = Further details
people-direct-reports = Direct reports
people-leads = Leads
people-history-what = What was changed
people-history-everything = Everything
people-history-until = Until
people-history-more = The latest { $count } changes are shown. Choose an earlier date to see more.
people-move-title = Move { $name }
people-move-text = A new assignment begins on the date that you choose. The present one ends the day before and stays in the history.
people-move-from = Effective from
people-move-from-help = First day of the new assignment, in the past or in the future.
people-move-now = Present assignment
people-move-do = Move
people-moved = The move has been recorded.
people-leave-title = { $name } leaves
people-leave-text = Assignment and contract end on the last day. The file stays.
people-leave-date = Last day
people-leave-date-help = Last day of employment.
people-leave-do = Record leaving
people-leave-team = { $count ->
    [one] { $count } person reports to this person and needs another manager.
   *[other] { $count } people report to this person and need another manager.
}
people-leave-loans = { $count ->
    [one] { $count } piece of equipment is still to be returned.
   *[other] { $count } pieces of equipment are still to be returned.
}
people-left = The leaving has been recorded.
org-title = Organisation
org-chart = Organisation chart
org-list = Organisation list
org-ways = Views of the organisation
org-summary = { $count ->
    [one] { $count } unit on { $date }
   *[other] { $count } units on { $date }
}
org-counts-visible = Figures count the people that you may see
org-on-day = On { $date }
org-from-here = Chart from here
org-in-chart = Show in the chart
org-add-below = Add unit below
org-count = { $own } / { $all }
org-own = People in the unit
org-all = Including sub-units
org-find = Find a unit
org-levels = Levels shown
org-levels-count = { $count ->
    [one] { $count } level
   *[other] { $count } levels
}
org-level = level { $level }
org-boxes = Boxes
org-outline = Outline
org-none = There are no units on this date
org-none-text = Choose another date, add a unit, or import the organisation from a file.
org-found = { $count ->
    [one] { $count } unit found for “{ $words }”
   *[other] { $count } units found for “{ $words }”
}
org-whole = Whole organisation
org-above = Units above
org-all-fields = All fields
org-top = the top
org-move-title = Move { $name }
org-move-text = { $name } now belongs to { $parent }. Everything before the effective date stays as it was.
org-move-to = New parent unit
org-move-to-help = Leave empty to put the unit at the top.
org-move-date = Effective from
org-move-date-help = The unit belongs to the new parent from this day on.
org-move-do = Move
org-move-people = { $count ->
    [one] { $count } person moves with the unit. Accreditation lists by rule follow at once.
   *[other] { $count } people move with the unit. Accreditation lists by rule follow at once.
}
org-moved = The unit has been moved.
org-move-same = The unit is already there; nothing was changed.
org-move-undone = The move has been undone.
org-other-day = The unit does not exist on the chosen date. The nearest period is shown.
org-tab-positions = Positions
org-tab-properties = Properties
org-planned = planned: { $count }
org-sub-units = Sub-units
org-no-sub-units = There are no units below this one.
org-only-here = Only this unit
org-with-below = Include sub-units
org-as-list = Open as list
org-nobody = Nobody here
org-nobody-text = Nobody whom you may see is assigned to this unit on this date.
org-first = The first { $count } are shown; open the list for all.
org-no-positions = No positions
org-no-positions-text = Positions of this unit appear here with their holders.
org-holders = Held by
org-filled = Filled
org-vacant = { $count } vacant
org-open-positions = Open positions
org-planned-headcount = Planned headcount
org-vacancies = Vacant
org-in-positions = { $count ->
    [one] in { $count } position
   *[other] in { $count } positions
}
org-only-vacant = Vacant only
org-jobs-text = Job families and the jobs in them.
org-no-family = Without family
org-people-in-job = People in this job
org-job-skills = Required skills
org-mandatory = mandatory
org-level-of = level { $rank } of { $top }
org-paths = Career paths
org-path-to = Next steps
org-path-from = Often comes from
org-months = { $count ->
    [one] usually after { $count } month
   *[other] usually after { $count } months
}
org-find-skill = Find a skill
org-skills-count = Skills in the library: { $count }
org-skills-in = { $count ->
    [one] { $count } skill
   *[other] { $count } skills
}
org-no-category = Without category
org-no-skills = No skills yet
org-no-skills-text = Import a library such as ESCO, or add your own skills.
org-more-skills = More than { $count }: open the list
org-also-called = Also called: { $name }
org-broader = Broader
org-narrower = Narrower
org-names = Names in all languages
org-needed-by = Jobs that need it
org-people-with-skill = People who have it
