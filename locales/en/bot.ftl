# Windows, buttons and notices of the chat.
back = ⬅️ Back
back-to-preview = ↩️ Leave it, back to the check
command-start = Make a suggestion, or go on with one
command-cancel = Pause or drop the suggestion you are writing
command-language = Choose the language / 语言
command-help = Help
command-unknown = There is no such command. These work: /start to begin, /mine for your suggestions, /cancel to pause or drop, /settings, /language, /help.
help =
    ℹ️ "Golden ideas" are collected here: one matter per suggestion. Step by step I ask for the theme, your suggestion, who you are and attachments, and show you everything before it is sent.
    Every word is saved at once. Stop whenever you like and send /start to go on. To correct the text, just edit that message; for other answers go back, or change them at the check.
    After sending you get a number and a query code; registration, forwarding and the reply are told to you here.
words-done = 完成,写完了,说完了,好了,done,finish,finished,end
words-agree = 同意,好,可以,是,agree,yes,ok,i agree
words-decline = 不同意,不,不行,no,disagree,i do not agree
words-back = 上一步,返回,后退,back,go back
words-other = 其他,其它,都不合适,other,none of these
words-buttons = 发送,提交,确认,确认并发送,跳过,接着写,放弃,重写,取出,同意,不同意,继续,send,submit,confirm,confirm and send,skip,go on,continue,agree
words-none = 没有附件, 没有,无,不用,跳过,没,skip,none,no,nothing

language-button = 🌐 Language / 语言
language-name = English
language-choice = Please choose a language. Nothing you have written is lost.

start-welcome =
    💡 <b>{ $title }</b>
    “{ $slogan }”

    { $greeting }

    <b>What makes a good suggestion?</b>
    { $guidance }
    • A clear subject and a clear view; not just a title or one sentence: say what is wrong and what should be done.
    { $closes ->
        [yes] {"\u000A"}🗓 Open until { $closes_on }.
       *[no] {""}
    }
start-welcome-begin = ✍️ Make a suggestion
start-welcome-take_back = ↩️ Bring back what I threw away
start-campaigns =
    💡 <b>Several campaigns are open now</b>

    { $listed }

    Tap one to see what it asks for.
start-resume =
    📝 You have an unfinished suggestion.
    { $campaign }
    { $begun ->
        [yes] It begins: “{ $beginning }”
       *[no] Its text is not begun yet.
    }
    You were at: { $step } ({ $since })
    { $length } characters so far, { $files } attachments.

    Please choose. You may also leave it: it stays saved, send /start to go on whenever you like.
start-resume-others = 📚 Other unfinished ones
start-drafts =
    📚 <b>You have { $count } unfinished suggestions</b>
    Tap one to go on with it. The others are kept.
start-drafts-pick_up = { $day } { $beginning }
start-resume-go_on = ▶️ Go on
start-resume-anew = 🆕 Begin another (keep this one)
start-resume-throw_away = 🗑 Throw it away
start-closed =
    <b>{ $title }</b>

    { $openness ->
        [not_yet] Collecting has not begun, so no new suggestion can be sent yet. Send /start from { $opens_on } on.
        [stopped] The collection office has paused new suggestions. What you have written is saved; send /start when it goes on.
       *[closed] Collecting has ended; no new suggestions are taken here. Those already sent are handled, and you will be told here as before.
    }{ $has_ways ->
        [yes] {"\u000A"}{"\u000A"}These ways are still open:{"\u000A"}{ $ways }
       *[no] {""}
    }
start-closed-look_again = 🔄 Look again
step-theme = choosing the theme
step-topic = choosing the topic
step-text = writing the suggestion
step-scope = the place it is about
step-receiving_unit = the receiving unit
step-consent = the note on personal data
step-identity = who you are
step-name = your name
step-contact = your contact
step-work_unit = your work unit
step-school = your school
step-address = your address
step-own_page = your personal data
step-files = attachments
step-preview = checking and sending
draft-discarded = 🗑 The unfinished suggestion has been thrown away. For a day you can bring it back.
draft-taken-back = ↩️ Here it is again; go on.
link-other-campaign = 🔗 That link is for “{ $campaign }”. To make a suggestion there, tap “Begin another”.
link-unknown = That link or QR code is no longer in use. You can make a suggestion all the same.

suggest-theme =
    <b>Step { $place } of { $places }: theme</b>
    { $campaign }
    Which area is your suggestion about? Please tap one.
suggest-topic =
    <b>Step { $place } of { $places }: topic</b>
    Theme: { $theme }

    { $listed }

    Tap the closest topic; if none fits, tap “Other”.
topic-other = Other (none of these)
suggest-text =
    <b>Step { $place } of { $places }: your suggestion</b>
    { $standing ->
        [empty]
            Write your suggestion: one matter, what is wrong, what should be done. Several messages are fine, { $maximum } characters at most.
            Then tap “Done” or send “done”.
        [over]
            ⚠️ Now { $length } characters: { $over } over the limit of { $maximum }. { $limited ->
                [yes] It is the limit for “{ $whose }”.
               *[no] {""}
            } Everything is saved; choose a way:
            • edit your messages and shorten them;
            { $overflow ->
                [attachment] • tap “Attach the whole text” and write a summary of up to { $maximum } characters;{"\u000A"}
               *[refused] {""}
            }• tap “Delete it and start anew”.
       *[fits]
            ✅ Received, now { $length } of { $maximum } characters.
            Send more if you like; then tap “Done” or send “done”.
    }
suggest-text-done = ✅ Done
suggest-text-attach = 📎 Attach the whole text, I write a summary
suggest-text-identity = ✏️ I am somebody else: change who I am
suggest-text-retell = 🗑 Delete it and start anew
suggest-text-restore = ↩️ Bring back what I deleted
attached-text-name = Whole text
text-attached = 📎 The whole text is now the attachment “{ $name }”. Please write a summary.
suggest-similar =
    🔎 <b>Somebody has made a similar suggestion</b>

    { $listed }

    If yours is different, go on. Or support one of them: you will be told its steps and reply too.
suggest-similar-different = ➡️ Mine is different, go on
suggest-similar-support = 👍 Support { $number } instead
similar-line = [{ $number }] { $text } ({ $state }, supported by { $supporters })
similar-registered = registered
similar-forwarded = being handled
similar-replied = answered
similar-returned = returned
similar-diverted = diverted
similar-merged = merged
similar-signed = signed for
similar-closed = closed
similar-withdrawn = withdrawn
supported = 👍 You now support { $number }; its steps and reply will be told to you here. The one you were writing was not sent.
suggest-scope =
    <b>Step { $place } of { $places }: place</b>
    What is your suggestion about? Please tap one.
suggest-receiving_unit =
    <b>Step { $place } of { $places }: receiving unit</b>
    Which unit is it handed to? Please tap one.
suggest-consent =
    <b>Step { $place } of { $places }: your personal data</b>
    Next you are asked who you are and how to reach you. Please read this first:

    { $wording }

    Agree to go on. If you do not, what you have written stays saved.
suggest-consent-agree = ✅ I agree, go on
suggest-consent-decline = 🚫 I do not agree
consent-standard =
    { $organiser } collects your name, contact and the like only to register and handle this suggestion, to speak with you, to reply to you, and for awards as the rules provide.
    They are kept encrypted; only those who handle the suggestion see them; they appear in no notification and nothing public, and are kept afterwards as the rules on archives say.
    You may ask at any time to see, correct or delete them, and may withdraw your consent.
consent-declined =
    All right: no personal data are collected. Without a name and a contact the suggestion cannot be sent here, because nobody could reply to you. What you have written stays saved; you may go on whenever you like.{ $known ->
        [yes] {"\u000A"}There are other ways, too:{"\u000A"}{ $places }
       *[no] {""}
    }
suggest-identity =
    <b>Step { $place } of { $places }: who you are</b>
    { $speaks ->
        [other] As what do they make the suggestion? Please tap the closest.
       *[own] As what do you make the suggestion? Please tap the closest.
    }
suggest-name =
    <b>Step { $place } of { $places }: name</b>
    { $speaks ->
        [other] Please send their real name. Only those who handle the suggestion see it.
       *[own] Please send your real name. Only those who handle the suggestion see it.
    }{ $has_name ->
        [yes] {"\u000A"}Now: <b>{ $name }</b>
       *[no] {""}
    }
suggest-contact =
    <b>Step { $place } of { $places }: contact</b>
    { $kinds ->
        [phone] Please send a Chinese telephone number, for example 023-12345678.
        [email] Please send an e-mail address.
       *[other] Please send a Chinese telephone number (a landline with area code), or one beginning with +, or an e-mail address.
    }
    Required, for the reply and for questions; only those who handle the suggestion see it.{ $has_contact ->
        [yes] {"\u000A"}Now: <b>{ $contact }</b>
       *[no] {""}
    }
suggest-work_unit =
    <b>Step { $place } of { $places }: work unit</b>
    Please send where you work. If you work nowhere, send what you do, such as “farmer” or “retired”.{ $has_work_unit ->
        [yes] {"\u000A"}Now: <b>{ $work_unit }</b>
       *[no] {""}
    }
suggest-school =
    <b>Step { $place } of { $places }: school</b>
    Please send the name of your school.{ $has_school ->
        [yes] {"\u000A"}Now: <b>{ $school }</b>
       *[no] {""}
    }
suggest-address =
    <b>Step { $place } of { $places }: address</b>
    Please send your postal address. Only those who handle the suggestion see it.{ $has_address ->
        [yes] {"\u000A"}Now: <b>{ $address }</b>
       *[no] {""}
    }
suggest-own_page =
    <b>Step { $place } of { $places }: personal data</b>
    { $fields }: these are not asked in the chat. Please fill them in on the organiser's own page. They are kept on the organiser's server alone and do not pass through the chat service.
    { $linked ->
        [yes] 👇 Tap “Open the page”. The link is for you alone, please do not forward it. It opens for { $hours } hours and can be filled in once. Then this chat goes on by itself.
       *[no] 👇 Tap “Get the link”: it is made for you and can be used once.
    }
suggest-own_page-link = 📝 Get the link
suggest-own_page-open = 🔗 Open the page
suggest-own_page-filled = ✅ I have filled it in
own_page-not-filled = ⏳ Nothing has come from the page yet. Please fill it in, tap “Save” there, and come back.
own_page-not-here = 🔒 The words you just sent were not kept: no personal data are taken in the chat. Please use the page, and you may want to delete that message.
own_page-saved = ✅ Your personal data have been saved.
use-last = ↩️ As last time: { $last }
use-all-last = ⏩ Everything about me as last time
share-number = 📱 Send my number
contact-not-own = That is a card from your address book and not your own number. Tap “Send my number”, or type it.
share-how = 👇 Tap “Send my number” below, or simply type it.
share-taken = 📱 Got your number.
share-put-away = ✍️ All right.
suggest-files =
    <b>Step { $place } of { $places }: attachments (optional)</b>
    Send photos or files, several at once if you like: { $files_maximum } at most, up to { $megabytes } MB each.
    Formats: { $extensions }
    { $any ->
        [no] If you have none, tap “Skip”.
       *[other]
            Received so far, { $files }:
            { $file_names }
    }
suggest-files-done = ✅ That is all
suggest-files-skip = ⏭ Skip
file-remove = 🗑 Remove { $name }
suggest-preview =
    👀 <b>Please check everything, then send</b>
    { $campaign }

    <b>Theme</b>: { $theme }
    <b>Topic</b>: { $topic }
    <b>Suggestion</b> ({ $length } characters):
    { $text }
    <b>Attachments</b>: { $any ->
        [no] none
       *[other] { $files }
    }{ $any ->
        [no] {""}
       *[other] {"\u000A"}{ $file_names }
    }

    <b>{ $speaks ->
        [other] About the author
       *[own] About you
    }</b> (seen only by those who handle it)
    { $person }

    { $speaks ->
        [other] By tapping “{ $button }” you confirm that this is the author's own view, written down as they meant it, and that they heard or signed the note on personal data on { $consented } and agreed.
       *[own] By tapping “{ $button }” you confirm that this is true and your own view, and that your data are handled as in the note you read on { $consented }.
    }
suggest-preview-send = 📮 Confirm and send
suggest-preview-change_theme = ✏️ Change theme
suggest-preview-change_topic = ✏️ Change topic
suggest-preview-change_text = ✏️ Change text
suggest-preview-change_scope = ✏️ Change place
suggest-preview-change_receiving_unit = ✏️ Change receiving unit
suggest-preview-change_identity = ✏️ Change who you are
suggest-preview-change_work_unit = ✏️ Change work unit
suggest-preview-change_school = ✏️ Change school
suggest-preview-change_address = ✏️ Change address
suggest-preview-change_own_page = ✏️ Change personal data
suggest-preview-change_name = ✏️ Change name
suggest-preview-change_contact = ✏️ Change contact
suggest-preview-change_files = ✏️ Change files
about-scope = About
about-receiving_unit = Receiving unit
about-identity = As
about-name = Name
about-contact = Contact
about-work_unit = Work unit
about-school = School
about-address = Address
preview-cut = { $text } … (and { $left } more characters, which are sent too)
preview-line = { $question }: { $answer }
preview-on-own-page = Personal data: filled in on our own page, not shown in the chat
suggest-sent =
    🎉 <b>Your suggestion has been received. Thank you!</b>

    Number: <code>{ $number }</code>
    Query code: <code>{ $code }</code> (keep it to yourself)

    <b>What comes next</b>
    1. The collection office registers it and forwards it to a handling unit.
    2. The unit studies it, and asks you here if it needs to.
    3. { $known ->
        [yes] You get an answer by <b>{ $by }</b>.
       *[no] You get an answer within { $day_type ->
            [working] { $days } working days
           *[calendar] { $days } days
        } of its forwarding.
    }
    Every step is told to you here, so please keep this chat.
suggest-sent-another = ✍️ Make another suggestion

share-button = 📣 Pass it on
share-card =
    💡 <b>{ $title }</b>
    “{ $slogan }”
    Tell your golden idea: every one gets an answer.
    👉 { $link }
    { $organiser }
share-not-yet = The link is not ready yet; please try again in a moment.

kept-in-campaign = 📂 It is for “{ $campaign }”. To suggest it to another, send /start and tap “Throw it away” or “Begin another”.
kept-as-text = 📝 Your words were added to the suggestion's text. If they do not belong there, tap “Take it out”.
take-out = ↩️ Take it out
taken-out = ↩️ Taken out of the text.
nothing-open = 👇 No new suggestion can be written here now, and that was not kept. Please see the ways above.
begin-first = 👇 Please tap a button below to begin, then write; photos and files may come after that.
not-kept-personal = 🔒 That looks like a telephone number or an address, so it was neither added to the suggestion nor kept. You are asked for it later where it is needed.
not-kept = 👇 That was not added to the suggestion. Please tap a button below, or answer the question.
kind-not-taken = 🙏 I cannot read voice, video, stickers or places. Please type, or send photos or files (doc, docx, jpg, jpeg, png, bmp, txt, pdf). What you have written is still there.
file-fetching = ⏳ Receiving “{ $name }” ({ $megabytes } MB) …
file-checking = 🛡 “{ $name }” has arrived and is being checked …
file-done = 📎 Done.
file-kept = 📎 Received the attachment “{ $name }”, { $count } in all.
caption-kept = 📝 Its caption was added to the text.
caption-kept-alone = 📝 The file was not taken; the words that came with it are kept.
file-kept-beside = 📎 “{ $name }” is now among the attachments ({ $count } in all). Please go on with the question below.
file-still-checked = 🛡 It is kept and still being checked for viruses; you need not do anything. Should one be found, nobody will open it.
edit-taken = ✏️ Replaced by what you wrote now.
edit-too-late = ✏️ That message is not part of the text you are writing, so nothing was changed. To change your name or another answer, tap “Change …” at the check; what has been sent can no longer be edited.
old-button-draft = ↪️ That button belongs to another unfinished suggestion; you now go on with that one. The other is kept.
old-button = That button belongs to an earlier message and no longer works. This is where you are:
sent-already = Your suggestion has been sent. To make another, tap the button below.
group-write-privately = 🙏 A group is no place for names and telephone numbers. Please write to @{ $username } in private and send /start.
error-unexpected = 😔 Something went wrong on our side and this message could not be dealt with; staff will see it. What you wrote before is saved: send /start to go on.

# The writing coach: it hints and never blocks.
hint-title = 💡 This reads like a title. Say what is wrong and what should be done. You may go back and add to it, or leave it.
hint-one-sentence = 💡 This is a single sentence. Say what is wrong and what should be done. You may go back and add to it, or leave it.
hint-no-proposal = 💡 It does not seem to say yet what should be done. You may go back and add it, or leave it.
hint-several-matters = 💡 It seems to speak of several matters. One matter per suggestion is handled faster; make another one for the rest. Or leave it.
hint-short = 💡 Now { $length } characters; suggestions of this kind usually have at least { $minimum }. You may go back and add to it, or leave it.
hint-elsewhere =
    💡 This may be a claim, an appeal or a report of wrongdoing. Such matters are handled faster here:
    { $places }
    You may still go on and send it as a suggestion.
