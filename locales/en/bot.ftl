# Windows, buttons and notices of the chat.
back = ⬅️ Back
back-to-preview = ↩️ Leave it, back to the check
command-start = Make a suggestion, or go on with one
command-cancel = Pause or drop the suggestion you are writing
command-language = Choose the language / 语言
command-help = Help
command-unknown = There is no such command. These work: /start to begin, /cancel to pause or drop, /language, /help.
help =
    ℹ️ "Golden ideas" are collected here: one matter per suggestion. I ask for theme, topic, your suggestion, name, contact and attachments, and show you everything before it is sent.
    Every word is saved at once. Stop whenever you like and send /start to go on. To correct something, just edit that message.
    After sending you get a number and a query code; registration, forwarding and the reply are told to you here.
words-done = 完成,写完了,说完了,好了,done,finish,finished,end
words-none = 没有,无,不用,跳过,没,skip,none,no,nothing

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
start-welcome-begin = ✍️ Make a suggestion
start-resume =
    📝 You have an unfinished suggestion.
    You were at: { $step } ({ $since })
    { $length } characters so far, { $files } attachments.

    Please choose. You may also leave it: it stays saved, send /start to go on whenever you like.
start-resume-go_on = ▶️ Go on
start-resume-anew = 🆕 Begin another (keep this one)
start-resume-throw_away = 🗑 Throw it away
start-closed =
    <b>{ $title }</b>

    { $openness ->
        [not_yet] Collecting has not begun, so no new suggestion can be sent yet. Send /start once it has.
        [stopped] The collection office has paused new suggestions. What you have written is saved; send /start when it goes on.
       *[closed] Collecting has ended; no new suggestions are taken. Those already sent are handled, and you will be told here as before.
    }
start-closed-look_again = 🔄 Look again
step-theme = choosing the theme
step-topic = choosing the topic
step-text = writing the suggestion
step-name = your name
step-contact = your contact
step-files = attachments
step-preview = checking and sending
draft-discarded = 🗑 The unfinished suggestion has been thrown away.

suggest-theme =
    <b>Step 1 of 6: theme</b>
    Which area is your suggestion about? Please tap one.
suggest-topic =
    <b>Step 2 of 6: topic</b>
    Theme: { $theme }

    { $listed }

    Tap the closest topic; if none fits, tap “Other”.
topic-other = Other (none of these)
suggest-text =
    <b>Step 3 of 6: your suggestion</b>
    { $standing ->
        [empty]
            Write your suggestion: one matter, what is wrong, what should be done. Several messages are fine, { $maximum } characters at most.
            Then tap “Done” or send “done”.
        [over]
            ⚠️ Now { $length } characters: { $over } over the limit of { $maximum }. Everything is saved; choose a way:
            • edit your messages and shorten them;
            • tap “Attach the whole text” and write a summary of up to { $maximum } characters;
            • tap “Delete it and start anew”.
       *[fits]
            ✅ Received, now { $length } of { $maximum } characters.
            Send more if you like; then tap “Done” or send “done”.
    }
suggest-text-done = ✅ Done
suggest-text-attach = 📎 Attach the whole text, I write a summary
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
supported = 👍 You now support { $number }; its steps and reply will be told to you here. The one you were writing was not sent.
suggest-name =
    <b>Step 4 of 6: name</b>
    Please send your real name. Only those who handle the suggestion see it.{ $named ->
        [yes] {"\u000A"}Now: <b>{ $name }</b>
       *[no] {""}
    }
suggest-contact =
    <b>Step 5 of 6: contact</b>
    { $kinds ->
        [phone] Please send a Chinese telephone number, for example 023-12345678.
        [email] Please send an e-mail address.
       *[other] Please send a Chinese telephone number (a landline with area code), or one beginning with +, or an e-mail address.
    }
    Required, for the reply and for questions; only those who handle the suggestion see it.{ $reachable ->
        [yes] {"\u000A"}Now: <b>{ $contact }</b>
       *[no] {""}
    }
suggest-files =
    <b>Step 6 of 6: attachments (optional)</b>
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
suggest-files-remove = 🗑 Remove all attachments
suggest-preview =
    👀 <b>Please check everything, then send</b>

    <b>Theme</b>: { $theme }
    <b>Topic</b>: { $topic }
    <b>Suggestion</b> ({ $length } characters):
    { $text }

    <b>Name</b>: { $name }
    <b>Contact</b>: { $contact }
    <b>Attachments</b>: { $any ->
        [no] none
       *[other] { $files }
    }{ $any ->
        [no] {""}
       *[other] {"\u000A"}{ $file_names }
    }
suggest-preview-send = 📮 Send
suggest-preview-change_theme = ✏️ Change theme
suggest-preview-change_topic = ✏️ Change topic
suggest-preview-change_text = ✏️ Change text
suggest-preview-change_name = ✏️ Change name
suggest-preview-change_contact = ✏️ Change contact
suggest-preview-change_files = ✏️ Change files
suggest-sent =
    🎉 <b>Your suggestion has been received. Thank you!</b>

    Number: <code>{ $number }</code>
    Query code: <code>{ $code }</code> (keep it to yourself)

    What comes next: the collection office registers it and forwards it to the handling unit; you get an answer within { $day_type ->
        [working] { $days } working days
       *[calendar] { $days } days
    }. Every step is told to you here, so please keep this chat.
suggest-sent-another = ✍️ Make another suggestion

kept-as-text = 📝 Your words were added to the suggestion's text. If they do not belong there, tap “Take it out”.
take-out = ↩️ Take it out
taken-out = ↩️ Taken out of the text.
begin-first = Please tap “Make a suggestion” first; photos and files come last.
not-kept = 👇 That was not added to the suggestion. Please tap a button below, or answer the question.
kind-not-taken = 🙏 I cannot read voice, video, stickers or places. Please type, or send photos or files (doc, docx, jpg, jpeg, png, bmp, txt, pdf). What you have written is still there.
file-kept = 📎 Received the attachment “{ $name }”.
caption-kept = 📝 Its caption was added to the text.
file-kept-beside = 📎 “{ $name }” is now among the attachments. Please go on with the question below.
file-still-checked = 🛡 It is kept and still being checked for viruses; you need not do anything. Should one be found, nobody will open it.
edit-taken = ✏️ Replaced by what you wrote now.
edit-too-late = ✏️ That message is not part of a suggestion you are writing, so nothing was changed. What has been sent can no longer be edited.
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
