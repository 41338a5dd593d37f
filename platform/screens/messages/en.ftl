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
