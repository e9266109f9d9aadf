# The console: pages for those who handle suggestions.
console-product = Jindianzi · Console
console-brand = Jindianzi
console-brand-more = Console
console-skip = Skip to the content
console-nav = Main
console-menu = Menu
console-error = Error:{ " " }
console-language-zh-CN = 中文
console-language-en = English
console-office = Collection office
console-none = None yet

# Sign-in
console-sign-in = Sign in
console-sign-in-lead = Use the login your unit gave you.
console-sign-out = Sign out
console-login = Login
console-password = Password

# The list
console-desk = Suggestions
console-undelivered = Undelivered
console-desk-empty-office = There are no suggestions here yet.
console-desk-empty-unit = No suggestions here have been forwarded to your unit.
console-filter = Filter by state
console-show = Which to see
console-show-overdue = Overdue
console-show-soon = Due soon
console-show-mine = Waiting for me
console-show-unsigned = Not signed for
console-show-all = All
console-find = Find by number
console-find-hint = The number, its beginning, or its last figures.
console-find-do = Find
console-found = Suggestions whose number fits “{ $number }”
console-all = All
console-pages = Pages
console-previous = Previous
console-next = Next
console-page-of = Page { $page } of { $pages }
console-column-number = Number
console-column-matter = Suggestion
console-column-received = Received
console-column-state = State
console-column-unit = Handling unit
console-column-due = Reply due
console-column-about = About
console-column-time = Time
console-column-channel = Channel
console-column-reason = Reason
console-column-letter = No.
console-state-registered = Registered
console-state-forwarded = In handling
console-state-replied = Replied
console-state-returned = Returned
console-state-diverted = Diverted
console-state-merged = Merged
console-state-signed = Signed for
console-state-closed = Closed
console-state-withdrawn = Withdrawn
console-days-left = { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
}
console-overdue = { $days ->
    [one] overdue by { $days } day
   *[other] overdue by { $days } days
}
console-paused = waiting for the author, the clock stands
console-provisional = (provisional)
console-topic-other = Other

# Dates
day-in-words = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
moment-in-words = { $day }, { $time }
day-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
days-joint = ,{" "}

# One suggestion
console-back = Back to the list
console-matter = Suggestion
console-files = Attachments
console-about = About it
console-author = Author
console-author-erased = personal data deleted at the author's wish ({ $day })
console-contact-phone = Telephone
console-contact-email = E-mail
console-consent = Consent
console-consent-given = given { $at } (wording: { $version })
console-source = Came by
console-channel = Channel
console-channel-telegram = Telegram
console-channel-webchat = Web chat
console-supporters = Supporters
console-done-forwarded = Forwarded to: { $unit }. The author will be told.
console-done-replied = The reply is recorded and will be sent to the author.
console-done-published = The suggestion is public now.
console-done-unpublished = The suggestion is private now.

# Timeline
console-timeline = Timeline
console-event-registered = Registered
console-event-forwarded = Forwarded
console-event-replied = Replied
console-event-returned = Returned for correction
console-event-corrected = Corrected and sent again
console-event-diverted = Diverted
console-event-merged = Merged
console-event-objected = Objection
console-event-objection-decided = Objection decided
console-event-signed = Signed for
console-event-sent-back = Sent back for re-assignment
console-event-asked = Author asked
console-event-answered = Author answered
console-event-supplemented = Author added to it
console-event-date-moved = Date moved
console-event-extension-asked = Later day asked for
console-event-extension-decided = Request for a later day decided
console-event-rated = Rated
console-event-reopened = Reopened
console-event-closed = Closed
console-event-withdrawn = Withdrawn
console-event-promised = Promised
console-event-progressed = Progress of a promise
console-event-awarded = Prize
console-event-published = Made public
console-event-unpublished = Made private
console-by-author = the author
console-by-house = by itself
console-role-clerk = Clerk
console-role-handler = Handler
console-role-unit-lead = Unit lead
console-role-supervisor = Supervisor
console-role-leader = Leader (reads only)
console-role-auditor = Auditor
console-role-administrator = Administrator
console-event-to = To: { $unit }
console-event-due = Reply due by { $day }
console-event-outcome = Outcome: { $outcome }
console-push-sent = Delivered to the author ({ $at })
console-push-waiting = Waiting to be delivered to the author
console-push-parked = Could not be delivered to the author: { $reason }
console-reason-unknown = reason unknown

# The deadline
console-deadline = Deadline
console-deadline-why = { $start ->
    [set] { $due } (that day included). The office set this day on { $started }.
   *[received] { $due } (that day included): { $days } { $kind ->
        [working] working
       *[calendar] calendar
    } { $days ->
        [one] day
       *[other] days
    } after the day it was { $start ->
        [registered] registered
        [forwarded] forwarded
        [signed] signed for by the unit
        [reopened] opened again
       *[received] received
    }, { $started }; days of waiting for the author do not count.
}
console-deadline-provisional = This day is provisional: the days off of its year are not announced yet, so Monday to Friday are counted. It is counted again once they are, and the author is told if it moves.
console-deadline-paused = Waiting for the author's answer; the clock has stood since { $at }.
console-deadline-days = How this day was counted
console-deadline-holiday = { $day }: a day off, not counted
console-deadline-workday = { $day }: a weekend day worked to make up, counted
console-deadline-pause = { $first } to { $last }: waiting for the author, not counted
console-deadline-cause-received = { $at }: received, due by { $due }
console-deadline-cause-registered = { $at }: registered, due by { $due }
console-deadline-cause-forwarded = { $at }: forwarded, due by { $due }
console-deadline-cause-signed = { $at }: signed for by the unit, due by { $due }
console-deadline-cause-reopened = { $at }: opened again, due by { $due }
console-deadline-cause-answered = { $at }: the author answered and the clock went on, due by { $due }
console-deadline-cause-date-moved = { $at }: moved by the office, due by { $due }
console-deadline-cause-calendar = { $at }: counted again when the days off were announced, due by { $due }
console-deadline-none = No time is running now.
console-extension-requests = Requests for a later day
console-extension-request = { $at }, until { $day }:
console-extension-approved = The office agreed:
console-extension-refused = The office did not agree:
console-extension-waits = waiting for the office
console-extension-over = overtaken by events
console-extension-decision = May it take longer?
console-extension-approve = Yes, until { $day }
console-extension-refuse = No
console-extension-decision-hint = If it is yes, the author can read this reason under “My suggestions”.
console-extension-decide-do = Decide
console-extension-ask = Ask for a later day
console-extension-until = Until which day
console-extension-hint = The office decides; if it agrees, the author is told.
console-extension-ask-do = Send the request

# Notices
console-notices = Notices
console-notices-unread = unread:
console-notices-lead = What happened to the suggestions you have to do with, the newest first.
console-notices-read-do = Mark all as read
console-notices-new = New
console-notices-none = There are no notices yet.
console-notices-elsewhere = (no longer with your unit)
console-notice-forwarded = Forwarded to your unit
console-notice-sent-back = Sent back by the unit, to be assigned anew
console-notice-answered = The author answered the question
console-notice-supplemented = The author added to it
console-notice-objected = The author objects
console-notice-dissatisfied = The author is not satisfied with the reply
console-notice-dissatisfied-assisting = The author is not satisfied with the part of the assisting unit { $unit }
console-notice-reply-to-approve = A reply waits for your approval
console-notice-reply-to-check = A reply waits for the office’s check
console-notice-reply-given-back = Your reply was given back to be written once more
console-notice-extension-asked = The unit asks for a later day; please decide
console-notice-extension-approved = The later day was granted
console-notice-extension-refused = The later day was not granted
console-notice-mentioned = A colleague named you in a note
console-notice-due-soon = Due soon
console-notice-due-today = Due today
console-notice-overdue = Overdue

# Forwarding
console-forward = Forward
console-forward-again = Forward to another unit
console-forward-unit = Handling unit
console-forward-choose = Choose a unit
console-forward-here-now = (handling it now)
console-forward-do = Forward to this unit
console-due-rule = A reply is due within { $days } { $kind ->
    [working] working
   *[calendar] calendar
} { $days ->
    [one] day
   *[other] days
} of { $start ->
    [received] receipt
    [registered] registration
    [signed] the unit's receipt
   *[forwarded] forwarding
}; forwarded now, by { $day }.

# Reply
console-reply = Reply to the author
console-reply-lead = The reply is sent to the author word for word. Say plainly what was done.
console-reply-lead-office = You may record the unit's reply for it, such as one given on paper. It is sent to the author word for word.
console-reply-outcome = Outcome
console-reply-needs-reason = (a reason is required)
console-reply-text = Reply
console-reply-limit = At most { $maximum } characters, together with the reason.
console-reply-reason = Reason
console-reply-reason-hint = Required when the suggestion is not adopted: first acknowledge the good intention, then explain why it is not feasible for now.
console-reply-do = Send the reply
console-reply-final = It cannot be changed once sent.
console-reply-supporters = { $count ->
    [one] One supporter gets the reply too.
   *[other] { $count } supporters get the reply too.
}
console-given = Reply
console-given-reason = Reason

# Public or private
console-public = Public
console-public-no = Only its author and the staff can see it.
console-public-since = Everybody can find it since { $at }.
console-public-lead = Others then see number, text and outcome when they are about to suggest the same, never name and contact. Make sure the text itself names nobody.
console-public-end = Made private again it is found by nobody, and those who support it are told no more.
console-publish-do = Make public
console-unpublish-do = Make private

# Undelivered
console-undelivered-lead = The latest { $most } of each kind at most; what they say is not shown. Times are in { $zone }.
console-parked = Notices that could not be delivered
console-parked-lead = Each says why, and what to do next; “About it” on the suggestion's page says how to reach the author.
console-dead-lead = These messages could not be dealt with, and their writers may be waiting. Each says why, and what to do next.
console-parked-none = Every notice could be delivered.
console-dead = Messages that could not be handled
console-dead-none = Every message could be handled.

# Ways in
console-ways-in = Ways in
console-ways-in-lead = Each way in is a link and a QR code for posters, stands or an information officer. How many people came by it, and how many suggestions they sent, is counted here.
console-ways-in-every-campaign = All campaigns
console-ways-in-show = Show
console-ways-in-filter = Filter by kind
console-ways-in-empty = There are no ways in here yet.
console-ways-in-came = Where suggestions come from
console-ways-in-none = Without a link
console-ways-in-share = { $count } · { $percent } %
console-ways-in-kind-campaign = Campaign
console-ways-in-kind-place = Place
console-ways-in-kind-event = Event
console-ways-in-kind-officer = Information officer
console-ways-in-kind-shared = Shared by people
console-ways-in-hint-campaign = one way of publicity, such as the website
console-ways-in-hint-place = a community, school, enterprise or contact point
console-ways-in-hint-event = a visit or a stand in the community
console-ways-in-hint-officer = one for each information officer
console-ways-in-general = The campaign's own link
console-ways-in-personal = A person's share link
console-ways-in-used = In use
console-ways-in-retired = Retired
console-column-name = Name
console-column-kind = Kind
console-column-campaign = Campaign
console-column-code = Code
console-column-people = People came
console-column-drafts = Drafts begun
console-column-suggestions = Suggestions sent
console-ways-in-add = New way in
console-ways-in-name-hint = Only staff see it, for example “Notice board of the sample community”.
console-ways-in-unit = Unit (optional)
console-ways-in-no-unit = No unit
console-ways-in-add-do = Make it
console-ways-in-done-added = The way in is ready; its link, QR code and card are below.
console-ways-in-done-retired = This way in is retired.
console-ways-in-done-reopened = This way in is in use again.
console-ways-in-retired-lead = This way in is retired: who comes by it may still make suggestions, but they are not counted for it.
console-ways-in-closed = This campaign takes no suggestions at present. Check its dates before you print anything.
console-ways-in-only-here = The address works on this machine alone; nobody else can open what you print. Ask the administrator to set JINDIANZI_WEBCHAT_PUBLIC_URL first.
console-ways-in-qr = QR code: { $address }
console-ways-in-link = Link (tap, select all, copy)
console-ways-in-svg = QR code as SVG (for print)
console-ways-in-png = QR code as PNG (for documents and pages)
console-ways-in-card = { $paper } card (to print)
console-ways-in-made = Made
console-ways-in-use = Use
console-ways-in-retire-lead = It is counted no more; what was counted is kept. You can take it into use again.
console-ways-in-retire-do = Retire
console-ways-in-reopen-lead = Posters and codes that still hang are counted again.
console-ways-in-reopen-do = Use again

# The card
console-card-back = Back to the way in
console-card-choices = Paper and language
console-card-how-to-print = Use the browser's Print: paper { $paper }, no margins, with background graphics.
console-card-do = Scan to make a suggestion
console-card-how = Scan with your phone and tell your suggestion step by step. You get a number, and every step of its handling and the reply are told to you.
console-card-open = Or open on your phone:
console-card-until = Open until { $day }, that day included

# Trouble
console-trouble = That did not work
console-kept = What you wrote
console-kept-lead = It was not saved. Copy it to fill it in again.
console-not-found = There is no such page, or it is not yours to see.
console-not-possible = This address cannot be used that way.
console-too-large = That is too much at once. Go back, shorten it and send it again.
console-file-gone = The attachment cannot be fetched at present. Please tell the administrator.
console-file-quarantined = The attachment has not been checked for viruses yet, or one was found in it: it is kept back. Nothing needs to be done; please look again later.
console-quarantine-unchecked = not checked for viruses yet
console-quarantine-infected = virus found
console-broken = Something broke. Please go back and see whether it was done before you try again.
console-busy = The system is busy. Please try again in a few seconds.
console-sign-in-over = You are not signed in, or your sign-in is over. Please sign in again.
console-not-yours = Your account may not do that.
console-no-unit = Your account belongs to no unit yet. Please ask the collection office.
console-form-stale = The page was out of date. Go back, open it again and send the form once more.
console-form-foreign = The form was not sent from this site and was not accepted.
console-language-unknown = There is no such language.

# Moving a suggestion on
console-next-uphold = Next: the author objects, please decide
console-next-extension = Next: the unit asks for a later day, please decide
console-next-forward = Next: screen it, then forward it to a unit
console-next-sign = Next: please sign for it
console-next-wait = Waiting for the author's answer; you may write the reply meanwhile
console-next-reply = Next: please reply to the author
console-next-rewrite = Next: the reply was given back, please change it and hand it in again
console-next-check = Next: please check the reply
console-next-opine = Next: please give your opinion
console-deeds = What you can do
console-jump = On this page
console-since = Meanwhile
console-done-assisting = The assisting units are changed.
console-done-returned = Returned for correction. The author will be told.
console-done-diverted = Diverted. The author will be told where it belongs.
console-done-merged = Merged. Its author follows the main suggestion from now on.
console-done-objection-decided = The objection is decided. The author will be told.
console-done-signed = Signed for. The author will be told.
console-done-asked = The question is on its way to the author.
console-done-opined = Your opinion is recorded for the lead unit.
console-done-closed = Closed. The author will be told.
console-done-classified = Theme and topic are corrected.
console-done-scoped = The scope is corrected.
console-done-valued = The mark “valuable” is changed.
console-done-keyed = The mark “key item” is changed.
console-done-recommended = The recommendation is changed.
console-done-instructed = The instruction is recorded.
console-done-undone = Taken back. Whoever was told of it is told so.
console-do-sign = Sign for it
console-hint-sign = This says that your unit has the suggestion in hand. The author will be told.
console-send-sign = Sign for it
console-do-return = Return for correction
console-hint-return = The author puts the text right and sends it again. Say plainly what is missing; the author reads it word for word.
console-words-return = What must be put right
console-send-return = Return it to the author
console-do-divert = Divert: it is no suggestion
console-hint-divert = The author is told where the matter belongs and may object once.
console-divert-place = Where it belongs
console-words-divert = Why it belongs there
console-send-divert = Divert it
console-do-merge = Merge into another suggestion
console-hint-merge = The other suggestion then stands for this one too. Both texts are shown side by side before anything is done.
console-words-merge = Number of the main suggestion
console-merge-compare = Show both texts
console-send-merge = Merge
console-merge = Merge two suggestions
console-merge-lead = { $number } will be handled together with { $into }. Its author is told, follows { $into } and may object once.
console-merge-main = Main suggestion { $number }
console-close = Public ones that say nearly the same
console-back-to = Back to { $number }
console-do-uphold = Decide the objection
console-hint-uphold = The author disagrees; the reason stands in the timeline. What you write is read by the author.
console-decision = Is the objection upheld?
console-decision-yes = Upheld: the suggestion is screened anew
console-decision-no = Not upheld: the decision stays
console-words-uphold = Why it is decided so
console-send-uphold = Decide
console-do-ask = Ask the author
console-hint-ask = The question comes to the author in the chat, word for word. The clock may stand until it is answered.
console-words-ask = Question to the author
console-send-ask = Send the question
console-do-send-back = Send back for re-assignment
console-hint-send-back = If it is not for your unit, the collection office gives it to another one. The author reads the reason.
console-words-send-back = Why it is not for your unit
console-send-send-back = Send it back
console-sent-back = It was sent back to the collection office, which assigns it anew. It is no longer on your desk.
console-do-opine = Give your opinion as an assisting unit
console-hint-opine = The lead unit reads it and writes the reply. The author does not see it.
console-words-opine = Opinion
console-send-opine = Give the opinion
console-do-close = Close
console-hint-close = Ends the handling of what was answered. The author can still rate the reply.
console-send-close = Close it

# Screening marks
console-marks = Screening
console-mark-valuable = Valuable
console-mark-key = Key item: { $leader }
console-mark-recommended = Recommended to the city
console-take-away = Take the mark away
console-do-classify = Correct theme and topic
console-hint-classify = The author sees the correction in the timeline and gets no message.
console-words-classify = Theme and topic
console-send-classify = Correct it
console-do-scope = Correct the scope
console-hint-scope = Whether it is about the whole city or the district.
console-words-scope = Scope
console-send-scope = Correct it
console-do-value = Mark as valuable
console-hint-value = For the office alone; the author does not see it.
console-send-value = Mark as valuable
console-do-key = Key item
console-hint-key = A key item has a leader who answers for it. For the office alone; the author does not see it.
console-words-key = Leader in charge
console-send-key = Make it a key item
console-do-recommend = Recommend to the city
console-hint-recommend = Only what concerns the whole city. For the office alone; the author does not see it.
console-send-recommend = Recommend it
console-do-instruct = Record a leader's instruction
console-hint-instruct = Copy it word for word. The author does not see it.
console-instruct-leader = From which leader or office
console-instruct-day = Day of the instruction
console-words-instruct = Words of the instruction
console-send-instruct = Record it

# What was said around it
console-supplements = Added by the author
console-questions = Questions and answers
console-question = Question
console-answer = Answer
console-question-open = Not answered yet
console-instructions = Instructions
console-opinions = Opinions of assisting units
console-ratings = Ratings
console-part-lead = lead
console-part-assisting = assisting
console-rating-open = not rated yet
console-rating-promise = after the kept promise no. { $promise }
console-rating-assisting = The author is not satisfied with the part of { $unit } (assisting). Ask it for a new opinion before you answer again: its reason stands under “Ratings”.
console-kin = Merged suggestions
console-kin-main = Handled together with the main suggestion:
console-kin-merged = { $count ->
    [one] One suggestion was merged into this one.
   *[other] { $count } suggestions were merged into this one.
}
console-followers = Follow it after a merge
console-assisting = Assisting units
console-assisting-choose = Assisting units (optional)
console-words-before = Before
console-fact-place = Where it belongs: { $place }
console-fact-into = Merged into { $number }
console-fact-upheld = { $upheld ->
    [yes] The objection is upheld.
   *[no] The objection is not upheld.
}
console-fact-changed = { $before } → { $after }
console-fact-files = Attachments: { $added } added, { $removed } taken out
console-fact-person = Who the author is was put right
console-fact-on = { $on ->
    [yes] Mark set
   *[no] Mark taken away
}
console-fact-assisting = Assisting: { $units }
console-fact-undone = Taken back: { $what }
console-fact-rating = Rating: { $rating } ({ $unit })
console-event-classified = Theme and topic corrected
console-event-scoped = Scope corrected
console-event-valued = Mark “valuable”
console-event-keyed = Mark “key item”
console-event-recommended = Recommendation to the city
console-event-instructed = Leader's instruction
console-event-assisting = Assisting units changed
console-event-opined = Opinion of an assisting unit
console-event-undone = Taken back

# Undo
console-undo-lead = The last step was: { $what }. You can take it back for half an hour, as long as nothing else happens.
console-undo-do = Undo

# The screening queue
console-screening = Screening
console-screening-place = { $place } of { $waiting } waiting
console-screening-skip = Skip for now
console-screening-alone = Open on its own page
console-screening-last = Done: { $what }.
console-screening-empty = Nothing waits for screening.
console-glance = At a glance
console-glance-length = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
console-glance-files = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
}
console-glance-close = { $count ->
    [one] { $count } public suggestion says nearly the same
   *[other] { $count } public suggestions say nearly the same
}
console-glance-supporters = { $count ->
    [one] { $count } supporter
   *[other] { $count } supporters
}
console-glance-elsewhere = It reads like a complaint or another demand; perhaps it belongs elsewhere.
console-keys = Keyboard shortcuts
console-key-next = Skip to the next
console-key-previous = Back to the one before
console-key-forward = Go to: forward
console-key-return = Go to: return for correction
console-key-divert = Go to: divert
console-key-merge = Go to: merge
console-key-ask = Go to: ask the author
console-key-undo = Go to: undo
console-key-help = Show this list
console-keys-off = Switch the shortcuts off in this browser
console-keys-close = Close
console-done-promised = The promise is on record; the author will be told.
console-done-progressed = The progress is on record; the author will be told.
console-done-awarded = The prize is on record; the author will be told.
console-promises = Promises and prizes
console-promise-due = by { $day }
console-promise-report = Report how far it is
console-promise-state = How it stands
console-promise-new-day = Delayed until (only when delayed)
console-promise-words = In words (the author reads this)
console-promise-report-do = Put on record and tell the author
console-promise-make = Put a promise on record
console-promise-text = What is promised (the author reads this)
console-promise-day = To be done by
console-promise-make-do = Put the promise on record and tell the author
console-award = Give a prize
console-award-prize = Which prize
console-award-do = Put the prize on record and tell the author
# Letters by hand
console-intake = Register a letter
console-intake-lead = For what came by letter, e-mail, visit or telephone. Its author has no chat: they are told by letter or telephone, and “Undelivered” lists what is to be told.
console-intake-received = Received on
console-intake-matter = Theme and topic
console-intake-choose = Please choose
console-intake-unknown = Not known
console-intake-text = What was written or said
console-intake-files = Scans and attachments
console-intake-files-hint = At most { $count } files: { $kinds }.
console-intake-files-again = Please choose the files once more: browsers do not keep them.
console-intake-contact-hint = Telephone number or e-mail address; where there is none, give the postal address below.
console-intake-do = Register
console-intake-done = Registered as { $number }
console-intake-code-lead = Tell the author both: with number and query code they find their suggestion in any chat.
console-intake-code = Query code
console-intake-tell = The code is not shown again. What happens from now on is to be told by letter or telephone.
console-intake-open = Open the suggestion
console-intake-next = Register another one
console-intake-no-campaign = There is no campaign yet.
console-channel-letter = Letter
console-channel-email = E-mail
console-channel-visit = Visit
console-channel-telephone = Telephone
console-channel-proxy = Entered by an officer
console-channel-elsewhere = Another system
console-reason-gone = the author has left or blocked the chat
console-reason-no-chat = has no chat: tell them by letter or telephone
console-reason-told-elsewhere = told by the system it came from
console-reason-no-such-chat = the chat server no longer knows this chat
console-reason-unsure = the chat server gave no answer, twice: it may have arrived
console-reason-given-up = the chat server or the line failed again and again
console-reason-no-words = the program could not put the notice into words
console-reason-refused = the chat server refused the notice
console-reason-next-no-chat = Tell them, and note the talk on the suggestion's page.
console-reason-next-gone = Tell them by telephone or letter. If they come back to the chat, what they missed is sent by itself.
console-reason-next-no-such-chat = Tell them by telephone or letter; nothing more will arrive in that chat.
console-reason-next-unsure = Ask the author whether it arrived before you tell them once more.
console-reason-next-given-up = Tell them by telephone or letter, and ask the administrator whether the chat server can be reached.
console-reason-next-no-words = Tell them by telephone or letter, and give the technical reason to the administrator: the program is to be mended.
console-reason-next-refused = Tell them by telephone or letter, and give the technical reason to the administrator.
console-reason-next-unknown = Tell them by telephone or letter. If it happens again, tell the administrator.
console-letter-given-up = tried again and again without success
console-letter-unreadable = what the chat server sent could not be read
console-letter-token = the chat server does not accept our bot's token
console-letter-refused = the chat server refused our answer
console-letter-storage = it could not be stored
console-letter-fault = a fault in the program
console-letter-unknown = the reason was not written down
console-letter-next-given-up = The writer was told to send /start. Give the number to the administrator: the chat server or the database may have been away for long.
console-letter-next-unreadable = There may be nothing in it that a person wrote. Give number and technical reason to the administrator: the chat server may have changed its format.
console-letter-next-token = Tell the administrator at once: until the token is put right, nobody gets an answer in this chat.
console-letter-next-refused = What the person wrote before is saved, but they may not have seen our answer. Give number and technical reason to the administrator.
console-letter-next-storage = The writer was told to send /start. Tell the administrator at once: the database or the disk is to be looked at, and others may be concerned.
console-letter-next-fault = The writer was told to send /start; what they wrote before is saved. Give number and technical reason to the administrator: the program is to be mended.
console-letter-next-unknown = Give the number to the administrator, who finds its time in the log.
console-reason-raw = Technical reason

# The ledger
console-ledger = Ledger
console-ledger-export = Save as a file
console-ledger-export-lead = What you may see, narrowed as you choose, with real dates and no formulas.
console-ledger-from = Received from
console-ledger-until = Received until
console-ledger-personal = With names and contacts
console-ledger-personal-hint = Only where the work needs them; keep the file safe and delete it afterwards.
console-ledger-format = Format
console-ledger-xlsx = Excel (.xlsx)
console-ledger-csv = CSV, also for other programs
console-ledger-export-do = Save the ledger
console-ledger-import = Take in a ledger
console-ledger-import-lead = A file in the layout of the template, at most { $rows } lines and { $megabytes } MB. What is known by its number is not taken twice: a file may be sent again at any time.
console-ledger-template = Template: { $campaign }
console-ledger-system = Name of the other system
console-ledger-system-hint = A short name, always the same, such as xinfang: numbers are known by it.
console-ledger-sheet = File (.xlsx or .csv)
console-ledger-import-do = Take in
console-ledger-report = What came of it
console-ledger-counts = New: { $new }. There already: { $known }. Not taken: { $refused }.
console-ledger-refused-lead = These lines were not taken. Save them, put them right and send the file in again; the report is kept for { $days } days.
console-ledger-refused-file = The lines that were not taken
console-ledger-more = The first { $most } are shown; the file has all of them.

# Programs
console-programs = Programs
console-programs-lead = A program acts for a member of staff by a token, and may do no more than they may. docs/api.md says how.
console-programs-none = There are no tokens yet.
console-programs-made = The token of { $name }
console-programs-once = Copy it now and give it to the program: it is shown only this once.
console-programs-token = Token
console-programs-never = not yet
console-programs-revoke = Revoke
console-programs-revoked = Revoked
console-programs-revoked-done = The token is revoked: it is good for nothing any more.
console-programs-ended = Ended
console-programs-make = Make a token
console-programs-name = Name of the program
console-programs-for = Acts for
console-programs-choose = Please choose
console-programs-for-hint = What the program does is written down under this name, and it sees what they see.
console-programs-may = May
console-programs-last-day = Last day
console-programs-make-do = Make the token
console-scope-read = read
console-scope-register = register
console-scope-handle = handle
console-scope-import = import
console-scope-hint-read = list and open suggestions, fetch files
console-scope-hint-register = enter letters, e-mails, visits and calls
console-scope-hint-handle = forward, sign for, ask, reply and all else a desk does
console-scope-hint-import = take in ledgers of other systems
console-column-for = Acts for
console-column-scopes = May
console-column-until = Last day
console-column-used = Last used
console-extension-decision-reason = Why it is decided so
console-extension-reason = Why more time is needed
