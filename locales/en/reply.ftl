# Replies drafted, approved, sent, corrected and delivered; talks with authors; notes; templates.
reply-needs-approval = In this campaign a reply is approved before it is sent. Write it on the suggestion's page and press “Hand in”.
reply-needs-no-approval = In this campaign replies need no approval. Press “Send the reply”.
reply-draft-changed = Somebody else changed this reply after you opened it. Your words are below: compare, put them right, and send again.
reply-draft-handed-in = This reply was handed in and cannot be changed now. Wait until it is approved or given back.
reply-draft-missing = No reply waits for approval here; it may have been given back. Reload the page.
reply-draft-elsewhere = This reply is not at your step now. Reload the page.
reply-missing = There is no such reply. Reload the page.
reply-delivered-already = This reply has reached its author; nothing needs to be recorded.
contact-mode-missing = Choose how: face to face, by telephone, or by video.
contact-outcome-missing = Say what was spoken about and what came of it.
day-missing = Choose the day.
day-not-then = The day must lie between the day the suggestion came and today. Choose another.
note-empty = Write what the note is to say.
note-missing = There is no such note of yours. Reload the page.
note-too-late = A note can be changed or taken away for { $minutes } minutes only. Write another one instead.
template-missing = There is no such template, or it is not yours to change. Reload the page.
template-title-missing = Give the template a title.
template-title-too-long = The title is too long: { $length } characters of at most { $maximum }.
template-title-taken = There is a template called “{ $title }” already. Choose another title, or change that one.
template-text-missing = Write the text of the template.
reply-empty-phrases =
    forwarded to the department concerned
    forwarded to the relevant department
    passed on to the relevant department
    we will study it carefully
    will be studied carefully
    will be given due consideration
    we will further strengthen
    thank you for your care and support
    please ask the department concerned
reply-negative-template =
    Thank you for this suggestion. It was made with good intentions, and we take it seriously.
    This is how the matter stands: (say what you looked into, and which document or rule it rests on.)
    The suggestion cannot be taken up for now, because: (give the reason in the field “Reason”.) Once it becomes possible, (say what will be done.)

# Reply
console-reply-steps = Before it is sent: { $steps ->
    [lead] the unit's lead approves and sends it.
    [office] the collection office checks and sends it.
   *[lead-office] the unit's lead approves it, then the collection office checks and sends it.
}
console-reply-saved = saved by { $who }, { $at }
console-reply-theirs = What { $who } saved, { $at }
console-reply-given-back = This reply was given back: { $reason }
console-reply-hints = Please look once more before sending
console-reply-hints-lead = These are hints only. If nothing needs to change, press the button once more.
console-hint-empty-phrase = It holds phrases that say nothing. Say what was done, by whom and by when:
console-hint-no-basis = It names no document, no rule and no date.
console-hint-off-the-point = It seems not to speak of what was suggested. Compare it with the points of the suggestion.
console-hint-no-contact = No talk with the author is on record.
console-outcome-letter = class { $letter }
console-reply-negative = Put in the order of a refusal (thank, explain, give the reason)
console-reply-files = Files that go with the reply
console-reply-file = Add files
console-reply-file-hint = At most { $most }, of { $size } each; they are inspected. The author finds them in “My suggestions”.
console-reply-file-remove = Take out the file “{ $name }”
console-remove = Take out
console-reply-save = Save the draft
console-reply-discard = Discard the draft
console-reply-hand-in = Hand in
console-reply-draft-writing = Being written
console-reply-draft-with-lead = Waits for the unit's lead
console-reply-draft-with-office = Waits for the collection office
console-reply-approve = Approve, on to the office
console-reply-approve-send = Approve and send the reply
console-reply-why = Why it is given back
console-reply-give-back = Give back
console-reply-correct = Correct the reply
console-reply-correct-lead = A reply that was sent cannot be changed. A correction goes to the author as another reply; the earlier one stays.
console-reply-correct-do = Write a correction
console-reply-correcting = The corrected reply
console-given-earlier = earlier reply
console-told = Told in person: { $mode }, { $day }, recorded by { $who }
console-told-form = Record that the author was told in person
console-told-do = Record
console-reply-find = Find templates and past replies
console-reply-find-hint = A few words, with spaces between. The draft is saved first.
console-reply-find-do = Find
console-reply-find-nothing = Nothing found. Try fewer or other words.
console-reply-find-put = Add to the reply
console-template = Template
console-replies = Replies to do
console-replies-lead = Replies your unit is writing, or was given back.
console-replies-lead-unit = Replies that wait for your approval, the oldest first.
console-replies-lead-office = Replies that wait for the office's check, the oldest first.
console-replies-none = There are none now.
console-event-reply-handed-in = Reply handed in
console-event-reply-approved = Reply approved
console-event-reply-given-back = Reply given back
console-event-reply-discarded = Reply draft put aside
console-event-reply-corrected = Reply corrected
console-event-contacted = Talk with the author
console-event-told = Author told in person

# Talks
contact-mode-face-to-face = face to face
contact-mode-phone = by telephone
contact-mode-video = by video
console-contacts = Talks
console-contacts-of = Talks with the author
console-contacts-none = No talk is on record yet.
console-contacts-lead = Of the suggestions each unit handles: to how many authors it spoke, and how many it met.
console-contacts-nothing = Nothing has been forwarded to a unit yet.
console-contacts-reached = the floor of { $floor }% is reached
console-contacts-below = below the floor of { $floor }%
console-column-suggestions-handled = Suggestions handled
console-column-spoken = Spoken to
console-column-met = Met
console-column-share = Share met
console-contact-form = Record a talk
console-contact-mode = How
console-contact-on = Day
console-contact-outcome = What was spoken about, and what came of it
console-contact-do = Record

# Notes
console-notes = Internal notes
console-notes-lead = Only staff see these; the author does not.
console-note = Note
console-note-hint = Write “@login” to name a colleague. A note can be changed or taken away for 30 minutes.
console-note-do = Write the note
console-note-named = names { $who }
console-note-edited = changed
console-note-removed = (taken away by its writer)
console-note-change = Change
console-note-save = Save

# Templates
console-templates = Reply templates
console-templates-lead = The office's templates are for everybody, your unit's for your unit alone.
console-templates-lead-office = The office's templates; every unit can use them.
console-template-title = Title
console-template-text = Text
console-template-add = Make a template
console-template-add-do = Make
console-template-retire = Retire
