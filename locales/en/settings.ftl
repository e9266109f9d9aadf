# Settings, help, "what do you hold about me" and "forget me".
command-settings = Settings: language, large type, quiet hours, my data
bot-description =
    💡 "Golden ideas" are collected here: one matter, what is wrong, what should be done.
    I ask step by step. Stop whenever you like, every word is saved. Registration, forwarding and the reply are told to you here.
    Send /start to begin, /settings for language, large type and quiet hours.
bot-short_description = Tell your golden idea, step by step. Every one gets an answer.

settings-menu =
    ⚙️ <b>Settings</b>

    🌐 Language: { $language_name }
    🔠 Large type: { $large ->
        [yes] on
       *[no] off
    }
    💬 Plain words: { $plain ->
        [yes] on
       *[no] off
    }
    🌙 Quiet hours: { $quiet }

    Your data are yours: see them, withdraw your consent, or have us forget you.
settings-menu-large_type = 🔠 Large type: { $large ->
        [yes] switch off
       *[no] switch on
    }
settings-menu-large_page = 🔎 Open the page in large type
settings-menu-plain_words = 💬 Plain words: { $plain ->
        [yes] switch off
       *[no] switch on
    }
settings-menu-quiet = 🌙 Quiet hours
settings-menu-mydata = 📂 What do you hold about me?
settings-menu-consent = ✋ Withdraw my consent
settings-menu-forget = 🗑 Forget me
settings-menu-certificate = 📜 Show the certificate again
settings-menu-close = ↩️ Close the settings
settings-large-on = 🔠 Large type is on: fewer words a window, more space between lines, fewer icons. The size of letters is set in your phone or chat app.
settings-large-off = 🔠 Large type is off.
settings-plain-on = 💬 From now on in plainer words.
settings-plain-off = 💬 Back to the words as they were.
settings-words-not-here = ✋ These are the settings: what you just said was not kept. To write a suggestion, tap “Close the settings” first.

settings-quiet =
    🌙 <b>Quiet hours</b>
    Now: { $quiet }

    In these hours news of your suggestions waits, and comes together afterwards. What you tap or ask yourself is answered at once.
    Tap one, or type your own, such as “21-7”.
settings-quiet-hours = 🌙 { $start }:00 to { $end }:00
settings-quiet-none = 🔔 No quiet hours
quiet-in-words = { $night ->
        [yes] every day from { $start }:00 to { $end }:00 the next day
       *[no] every day from { $start }:00 to { $end }:00
    }
quiet-never = none, news comes at any time

settings-consent =
    ✋ <b>Withdraw my consent</b>

    If you do:
    • in suggestions not yet sent, your name, contact and the like are deleted at once; text and files stay;
    • the next time you write a suggestion, you are asked for your consent again;
    • suggestions you have sent are handled on as before.
settings-consent-end = ✋ Withdraw
consent-ended = ✋ Your consent is withdrawn. In suggestions not yet sent, your personal data are gone.

settings-forget =
    🗑 <b>Forget me</b>

    <b>Deleted at once</b>
    • unfinished and discarded suggestions: { $drafts }, with their files;
    • the record of your consent, your settings, the suggestions you support;
    • by which link you came; links you shared are no longer yours;
    • in suggestions that are closed or withdrawn: your name, contact, work unit, school, address, the words of your answers, and file names.

    <b>What stays, and why</b>
    • text, attachments and history of numbered suggestions: the rules on archives want them kept;
    • { $handling ->
        [none] none of your suggestions is being handled, so no name and no contact stays;
       *[some] still being handled, { $numbers }: whoever handles them may have to reach you, so name and contact stay until they are closed and are then deleted by themselves;
    }
    • the number of this chat, its language, and a certificate without your name.

    It cannot be undone. To keep a copy, tap “What do you hold about me?” first. Messages in this chat are deleted by you, in the chat app.
settings-forget-numbers = { $first } and others, { $count } in all
settings-forget-go_on = 🗑 Delete it
settings-sure =
    ⚠️ <b>Asked once more</b>
    To delete, type these words and send them: <code>{ $word }</code>
    If you would rather not, tap “Back”.
settings-sure-word = FORGET ME
words-forget = 忘记我,forget me
settings-sure-other = Those are not the words: nothing was deleted.
certificate =
    📜 <b>Certificate of deletion { $number }</b>
    { $made_at }

    <b>Deleted</b>
    • Suggestions not sent: { $drafts }; messages: { $messages }; files: { $files }
    • Personal data in suggestions that have ended: { $suggestions }
    • Consents: { $consents }; supports: { $supports }; arrivals: { $arrivals }; shared links: { $links }; notices: { $notices }; messages that could not be handled: { $letters }
    • Your settings

    <b>What stays, and why</b>
    • Being handled: { $handling }. Whoever handles them may have to reach you; name and contact are deleted by themselves when they are closed.
    • Ended, without personal data: { $over }. Text and history are kept as the rules on archives say.
    • The number and language of this chat. Without them nobody could answer you here.
certificate-none = none
certificate-file = certificate-{ $number }.txt
mydata-file = my-data.zip
mydata-sent = 📂 It is all in this file: open my-data.html in it to read. We keep no copy; it is made anew each time. Your name and number are in it: keep it safe.

help-start-welcome = 👉 Now: tap “Make a suggestion”, or simply type it.
help-start-campaigns = 👉 Now: tap a campaign to see what it asks for.
help-start-resume = 👉 Now: you have an unfinished suggestion. Go on with it, or begin another.
help-start-drafts = 👉 Now: tap an unfinished suggestion to go on with it; the others stay.
help-start-closed = 👉 Now: the campaign is not open. Look at others, or come back later.
help-suggest-theme = 👉 Now: tap the closest theme, or type its name or number.
help-suggest-topic = 👉 Now: tap a topic, or type its number; if none fits, tap “Other”.
help-suggest-text = 👉 Now: write your suggestion, in several messages if you like; then tap “Done”.
help-suggest-similar = 👉 Now: see whether somebody has said the same. If not, go on.
help-suggest-scope = 👉 Now: tap what your suggestion is about.
help-suggest-receiving_unit = 👉 Now: tap the unit it is handed to.
help-suggest-consent = 👉 Now: read what becomes of your personal data; name and contact are asked only if you agree.
help-suggest-identity = 👉 Now: tap who you are, the closest one.
help-suggest-name = 👉 Now: type your real name and send it.
help-suggest-contact = 👉 Now: type your telephone number or e-mail address and send it.
help-suggest-work_unit = 👉 Now: type where you work, or what you do.
help-suggest-school = 👉 Now: type the name of your school.
help-suggest-address = 👉 Now: type your postal address.
help-suggest-own_page = 👉 Now: open the link, fill in the page, and come back.
help-suggest-files = 👉 Now: send photos or files; if you have none, tap “Skip”.
help-suggest-preview = 👉 Now: check it. Tap what you want to change, or “Confirm and send”.
help-suggest-sent = 👉 Now: your suggestion is sent; number and query code stand here. You may make another.
help-asked-answer = 👉 Now: answer the question, in several messages or with files if you like; then tap “That is all”.
help-rate-reason = 👉 Now: write what was not good, so that it can be handled again.
help-language-choice = 👉 Now: tap the language you want.
help-settings-menu = 👉 Now: tap what you want to change. It counts at once; what you are writing is not touched.
help-settings-quiet = 👉 Now: tap quiet hours, or type them, such as “21-7”.
help-settings-consent = 👉 Now: read what withdrawing your consent does, then decide.
help-settings-forget = 👉 Now: read what is deleted and what stays, then decide.
help-settings-sure = 👉 Now: type the words shown to delete; tap “Back” to leave everything as it is.

# Plain words: the same meaning, shorter sentences.
help-plain =
    ℹ️ Make a suggestion here: one matter each time. I ask, you answer.
    All is saved. Stop when you like; send /start to go on. To correct, edit the message.
    You get a number and a query code. News comes here.
suggest-theme-plain =
    <b>Step { $place } of { $places }</b>
    { $campaign }
    What is it about? Tap one.
suggest-topic-plain =
    <b>Step { $place } of { $places }</b>
    About: { $theme }

    { $listed }

    Tap the closest. If none fits, tap “Other”.
suggest-text-plain =
    <b>Step { $place } of { $places }</b>
    { $standing ->
        [empty]
            Write it down: what is wrong? What should be done? { $maximum } characters at most.
            Then tap “Done”.
        [over]
            ⚠️ Too long: { $length } characters, { $over } more than { $maximum }.{ $limited ->
                [yes] {" "}That is the limit for “{ $whose }”.
               *[no] {""}
            }
            • shorten your messages;
            { $overflow ->
                [attachment] • or tap “Attach the whole text” and write a short one, { $maximum } at most;{"\u000A"}
               *[refused] {""}
            }• or tap “Delete it and start anew”.
       *[fits]
            ✅ Got it: { $length } of { $maximum } characters.
            Go on, or tap “Done”.
    }
suggest-consent-plain =
    <b>Step { $place } of { $places }</b>
    Next I ask who you are. Please read:

    { $wording }

    Agree to go on. If not, your words stay.
suggest-identity-plain =
    <b>Step { $place } of { $places }</b>
    { $speaks ->
        [other] Who are they? Tap one.
       *[own] Who are you? Tap one.
    }
suggest-name-plain =
    <b>Step { $place } of { $places }</b>
    { $speaks ->
        [other] What is their name? Type it. Only those who handle this see it.
       *[own] What is your name? Type it. Only those who handle this see it.
    }{ $has_name ->
        [yes] {"\u000A"}Now: <b>{ $name }</b>
       *[no] {""}
    }
suggest-contact-plain =
    <b>Step { $place } of { $places }</b>
    { $kinds ->
        [phone] What is your phone number? A landline needs its area code.
        [email] What is your e-mail address?
       *[other] What is your phone number or e-mail address? A landline needs its area code.
    }
    We need it to reply. Only those who handle this see it.{ $has_contact ->
        [yes] {"\u000A"}Now: <b>{ $contact }</b>
       *[no] {""}
    }
suggest-files-plain =
    <b>Step { $place } of { $places }</b>
    Any photos or files? Send them. { $files_maximum } at most, { $megabytes } MB each.
    Kinds: { $extensions }
    { $any ->
        [no] If not, tap “Skip”.
       *[other]
            Got { $files }:
            { $file_names }
    }
suggest-preview-plain =
    👀 <b>Check it, then send</b>
    { $campaign }

    <b>About</b>: { $theme }
    <b>Topic</b>: { $topic }
    <b>Your words</b> ({ $length } characters):
    { $text }
    <b>Files</b>: { $any ->
        [no] none
       *[other] { $files }
    }{ $any ->
        [no] {""}
       *[other] {"\u000A"}{ $file_names }
    }

    <b>{ $speaks ->
        [other] The author
       *[own] You
    }</b> (only those who handle this see it)
    { $person }

    { $speaks ->
        [other] “{ $button }” means: it is their own view, and they agreed on { $consented } to what was read out or signed.
       *[own] “{ $button }” means: it is true, it is your own view, and you agree to what you read on { $consented }.
    }
suggest-sent-plain =
    🎉 <b>We have it. Thank you!</b>

    Number: <code>{ $number }</code>
    Query code: <code>{ $code }</code> (keep it to yourself)

    <b>What comes next</b>
    1. It goes to the unit in charge.
    2. The unit studies it. It may ask you here.
    3. { $known ->
        [yes] You get an answer by <b>{ $by }</b>.
       *[no] You get an answer within { $day_type ->
            [working] { $days } working days
           *[calendar] { $days } days
        } after that.
    }
    You hear of each step here. Please keep this chat.

# The page of "what do you hold about me".
mydata-title = What we hold about you
mydata-lead = All that we hold about you, as of { $made_at }. It is made anew each time and we keep no copy. my-data.json holds the same for programs.
mydata-yes = yes
mydata-no = no
mydata-table-person = You and this chat
mydata-table-consent = Your consent
mydata-table-draft = Drafts
mydata-table-draft_part = Messages in drafts
mydata-table-draft_turn = Which draft at which message
mydata-table-page_link = Links to the page for personal data
mydata-table-suggestion = Suggestions
mydata-table-attachment = Attachments
mydata-table-supplement = Supplements
mydata-table-event = History
mydata-table-remark = Words in the history
mydata-table-objection = Objections
mydata-table-reckoning = How the deadline was counted
mydata-table-extension = Requests for a later day
mydata-table-notice = Notices to staff
mydata-table-foreign_number = Numbers in other systems
mydata-table-question = Follow-up questions
mydata-table-answer_part = Your answers
mydata-table-reply = Replies
mydata-table-rating = Ratings
mydata-table-support = Suggestions you support
mydata-table-promise = Promises
mydata-table-award = Prizes
mydata-table-push = Notices
mydata-table-source = Links you shared
mydata-table-arrival = Links you came by
mydata-table-certificate = Certificates of deletion
mydata-table-inbox = Messages received
mydata-table-staff_link = Staff account linked here
mydata-column-actor_kind = Who
mydata-column-address = Address
mydata-column-approved = Agreed
mydata-column-arrived_at = Received
mydata-column-asked_at = Asked
mydata-column-at = When
mydata-column-body = As received
mydata-column-campaign = Campaign
mydata-column-channel = Channel
mydata-column-chat = Number of the chat
mydata-column-closed_at = Closed
mydata-column-code = Code of the link
mydata-column-computed_at = Counted at
mydata-column-consent = Wording agreed to
mydata-column-consented_at = Agreed
mydata-column-contact = Contact
mydata-column-contact_kind = Kind of contact
mydata-column-day_type = Calendar or working days
mydata-column-days = Days
mydata-column-decided_at = Decided
mydata-column-due_on = Reply due
mydata-column-erased = How much was deleted
mydata-column-erased_at = Personal data deleted
mydata-column-expires_at = Ends
mydata-column-finished_at = Finished
mydata-column-forgotten_at = Last forgotten
mydata-column-given_at = Given
mydata-column-identity = Who you are
mydata-column-kept = Numbers kept
mydata-column-kind = Kind
mydata-column-language = Language
mydata-column-large_type = Large type
mydata-column-made_at = Made
mydata-column-name = Name
mydata-column-number = Number
mydata-column-outcome = Outcome
mydata-column-part = Lead or assisting
mydata-column-paused_since = Clock stopped
mydata-column-place = Place
mydata-column-plain_words = Plain words
mydata-column-prize = Prize
mydata-column-provisional = Provisional
mydata-column-public_since = Public since
mydata-column-quiet_from = Quiet from
mydata-column-quiet_until = Quiet until
mydata-column-rating = Rating
mydata-column-promise = About the kept promise no.
mydata-column-reason = Reason
mydata-column-receiving_unit = Receiving unit
mydata-column-reminded_at = Reminded
mydata-column-reopened = Handled again, times
mydata-column-repeat = Repeat
mydata-column-retired_at = Retired
mydata-column-said_at = Said
mydata-column-school = School
mydata-column-scope = Place
mydata-column-set_on = Day set by the office
mydata-column-settled_at = Delivered
mydata-column-since = Since
mydata-column-started_at = Begun
mydata-column-started_on = Counted from the day
mydata-column-starts_at = Counted from
mydata-column-state = State
mydata-column-step = Stands at
mydata-column-submitted_at = Sent
mydata-column-system = Other system
mydata-column-noted_at = Noted
mydata-column-text = Words
mydata-column-theme = Theme
mydata-column-topic = Topic
mydata-column-touched_at = Last changed
mydata-column-unit_id = Unit
mydata-column-unreachable_since = Unreachable since
mydata-column-upheld = Upheld
mydata-column-used_at = Used
mydata-column-wanted_on = Wanted until
mydata-column-wording = Version of the wording
mydata-column-work_unit = Work unit
mydata-table-reply_file = Files of replies
mydata-table-reply_told = Replies told in person
mydata-table-contact_entry = Talks with you
mydata-column-added_at = Added
mydata-column-mode = How
mydata-column-recorded_at = Recorded
mydata-column-spoken_on = Spoken on
mydata-column-told_on = Told on
mydata-table-officer = Your appointment as information officer
mydata-table-proxy_entry = Entered for you by an information officer
mydata-table-visit = Visits to bring you word
mydata-column-accepted_at = Appointment accepted
mydata-column-appointed_at = Appointed
mydata-column-district = District
mydata-column-expertise = Expertise
mydata-column-invite_until = Invitation valid until
mydata-column-until = Appointed until
mydata-column-ended_at = Ended
mydata-column-way = How it was entered
mydata-column-consent_form = How you agreed
mydata-column-begun_at = Begun
mydata-column-done_at = Done
mydata-column-note = Note
mydata-column-tries = Tries
mydata-column-about = About
