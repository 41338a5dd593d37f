# The frame of a page
ui-skip = Skip to content
ui-news = Notifications
ui-menu = Menu
ui-menu-collapse = Collapse menu
ui-search = Search
ui-search-hint = Search people, organisations, jobs …
ui-search-results = Search results
ui-search-all = Show all results
ui-asof = View on date
ui-asof-help = Show the data as it is on this date
ui-asof-band = You are looking at the situation on { $date }.
ui-asof-today = Back to today
ui-language = Language
ui-languages = Languages
ui-theme = Appearance
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-auto = As the system
ui-user-menu = My account
ui-sign-out = Sign out
ui-breadcrumbs = You are here

# Actions
ui-save = Save
ui-cancel = Cancel
ui-confirm = Confirm
ui-close = Close
ui-undo = Undo
ui-add = Add
ui-new = New
ui-edit = Edit
ui-delete = Delete
ui-export = Export
ui-import = Import
ui-download = Download
ui-upload = Upload
ui-copy = Copy
ui-print = Print
ui-move = Move to …
ui-cut = Cut
ui-open = Open
ui-apply = Apply
ui-reset = Reset
ui-clear = Clear
ui-back = Back
ui-next = Next
ui-previous = Previous
ui-actions = Actions
ui-choose = Please choose

# Words
ui-yes = Yes
ui-no = No
ui-none = None
ui-all = All
ui-empty-value = empty
ui-from = from
ui-to = to
ui-people = People
ui-history = History
ui-details = Details
ui-loading = Loading …
ui-more = More
ui-saved = Saved.
ui-deleted = Deleted.

# Lists
ui-no-results = Nothing found
ui-no-results-text = Try other words or remove a filter.
ui-filter = Filter the list
ui-filter-hint = Filter …
ui-filter-remove = Remove filter { $name }
ui-columns = Columns
ui-columns-help = Choose columns and their order
ui-move-up = Move up
ui-move-down = Move down
ui-sort = Sort by this column
ui-select-all = Select all on this page
ui-select-row = Select { $name }
ui-select-none = Clear selection
ui-select-matching = Select all { $count }
ui-bulk = Actions on the selection
ui-pages = Pages

# Forms
ui-required = required
ui-unsaved = Unsaved changes
ui-errors = { $count ->
    [one] There is one problem to mend
   *[other] There are { $count } problems to mend
}
ui-hours-minutes = hours:minutes
ui-reveal = Show password
ui-currency = Currency
ui-pick-hint = Type to search
ui-file-remove = Remove this file
ui-drop-file = Choose a file
ui-drop-files = Choose files
ui-drop-hint = or drop it here
ui-upload-progress = Upload progress

# Trees and charts
ui-tree-help = Arrow keys move and open, Enter shows the details.
ui-tree-help-move = Arrow keys move and open, Enter shows the details. To move a unit: drag it, or press X, go to the new parent and press V, or press M to choose from a list.
ui-zoom = Zoom
ui-zoom-in = Zoom in
ui-zoom-out = Zoom out
ui-zoom-fit = Fit to width
ui-chart-table = Show the figures

# What the scripts say
ui-js-offline = The server cannot be reached. Check your connection and try again.
ui-js-failed = That did not work. Please try again.
ui-js-confirm-title = Are you sure?
ui-js-results = Results: { $count }
ui-js-more-results = There are more: type further.
ui-js-selected = { $count } selected
ui-js-moved-to = { $name }: position { $position } of { $count }
ui-js-unsaved-title = Leave without saving?
ui-js-unsaved-text = Your changes on this page will be lost.
ui-js-discard = Discard changes
ui-js-remove = Remove { $name }
ui-js-added = { $name } added
ui-js-loaded = Loaded: { $count }
ui-js-move-inside = { $name } cannot be moved into itself.
ui-js-move-same = { $name } is already in { $parent }.
ui-js-cut = { $name } is cut. Go to the new parent and press V; Escape gives up.
ui-js-cut-off = { $name } stays where it is.
ui-js-cut-nothing = Nothing is cut. Press X on what you want to move.
ui-js-uploading = Uploading: { $percent }
ui-js-processing = Processing …
ui-js-uploaded = Upload finished
ui-js-copied = Copied

# General screens of every business object
general-section-interfaces = Interfaces
general-all-lists = All lists
general-my-file = My file
general-change-password = Change password
general-range = { $first }–{ $last } of { $total }
general-rows = { $count } rows per page
general-options = View options
general-slices-day = Valid on the chosen date
general-slices-all = All periods
general-slices = Periods
general-open-end = open-ended
general-shown = Shown
general-valid = Valid
general-future = Future
general-other-day = This period does not cover the chosen date.
general-period = From { $from } until { $until }
general-period-open = From { $from }, open-ended
general-correct-slice = Correct this period
general-change-from = Change from a date
general-correct-text = What you save replaces the data of this period.
general-from-title = Change { $name } from a date
general-from-text = A new period begins on the start date that you enter. The present one ends the day before and stays in the history.
general-filter-add = Add filter
general-filter-field = Field
general-filter-op = Condition
general-filter-value = Value
general-filter-condition = Condition
general-on-the-day = On the chosen date
general-op-is = is
general-op-ne = is not
general-op-contains = contains
general-op-starts = begins with
general-op-ge = is at least
general-op-le = is at most
general-op-from = from
general-op-until = until
general-op-under = is or is below
general-op-empty = is empty
general-op-filled = is filled in
general-empty = Nothing here yet: { $name }
general-empty-create = Add the first one by hand, or bring many at once with a file.
general-empty-text = As soon as there is something that you may see, it appears here.
general-empty-dated = Nothing is valid on the chosen date. Choose another date or look at all periods.
general-views = Views
general-view-all = Everything
general-view-save = Save as view …
general-view-change = Update or rename view …
general-view-delete = Delete view
general-view-delete-confirm = Delete the view “{ $name }”? The records stay.
general-view-name = Name of the view
general-view-role = Share with role
general-view-role-help = Everybody with this role finds the view in the menu. They still see only the data that they may see.
general-view-default = Open this list with this view
general-view-saved = The view has been saved.
general-view-deleted = The view has been deleted.
general-bulk-set = Set a field
general-bulk-set-count = { $count ->
    [one] Set a field of one record
   *[other] Set a field of { $count } records
}
general-bulk-set-all = Set a field of all that match
general-bulk-empties = An empty value clears the field.
general-bulk-nothing = There is no field that can be set for several records at once.
general-bulk-refused = Not all records could be changed
general-bulk-kept = Not everything could be deleted
general-bulk-delete-confirm = Delete the selected records?
general-bulk-changed = { $count ->
    [one] One record has been changed.
   *[other] { $count } records have been changed.
}
general-deleted = { $count ->
    [one] One record has been deleted.
   *[other] { $count } records have been deleted.
}
general-restored = { $count ->
    [one] One record is back.
   *[other] { $count } records are back.
}
general-created = Created.
general-saved = Your changes have been saved.
general-unchanged = Nothing was changed.
general-delete-confirm = Delete this record?
general-delete-slice = Delete this period
general-delete-slice-confirm = Delete this period? The others stay.
general-not-deleted = Not deleted
general-duplicate = Duplicate
general-new-title = New: { $name }
general-edit-title = Edit { $name }
general-changed-title = Somebody else has changed this record in the meantime
general-changed-text = Your input is still here. Save again to put it over these changes, or load the present state and begin anew.
general-reload = Load the present state
general-related = Related
general-related-none = Nothing refers to this record
general-related-none-text = Records that name this one appear here.
general-add-related = Add
general-show-all = Show all
general-history-none = No changes recorded
general-history-none-text = Changes that you may see appear here, with author, time and old and new values.
general-did-create = created it
general-did-delete = deleted it
general-did-update = { $count ->
    [one] changed one field
   *[other] changed { $count } fields
}
general-system = Talang
general-file = File
general-door-screen = Screen
general-door-rest = REST API
general-door-import = File import
general-door-command-line = Command line
general-door-task = Background task
general-search-title = Search results for “{ $words }”
general-search-text = Type the beginning of a name, a number or a code. Accents and capitals do not matter.
