feature-recruiting = Rekrytering
feature-recruiting-text = Rekryteringsbegäran, lediga tjänster med rekryteringsgrupper, kandidater och ansökningar. Så länge det inte är påslaget ser ingen något av det.
