# "My suggestions": the list, the timeline, supplements, withdrawal, objection, correction, lookup by code.
mine-button = 📋 My suggestions
mine-overview =
    📋 <b>My suggestions</b>{ $several ->
        [yes] {" "}(page { $page } of { $pages })
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] Tap a number to see how far it is.
       *[no] You have not sent a suggestion yet.
    }
mine-own = [Sent by me]
mine-followed = [Supported or followed]
mine-row = { $number } · { $state }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $text }
mine-overview-lookup = 🔎 Look up by number and query code
mine-next = ➡️ Next page
mine-before = ⬅️ Previous page
mine-overview-words = 👇 Those words were not kept: this is the list of your suggestions. To add to one, tap its number, then “Add something”. What you are writing has not changed: tap “Back” or send /start to go on.
mine-one-words = 👇 Those words were not kept. To add to this suggestion, tap “Add something” first. What you are writing has not changed: send /start to go on.
mine-state-registered = registered
mine-state-returned = returned, waiting for { $own ->
        [yes] your changes
       *[no] changes
    }
mine-state-diverted = belongs elsewhere
mine-state-merged = merged with another
mine-state-forwarded = being handled
mine-state-signed = being handled, the unit has it in hand
mine-state-replied = answered
mine-state-closed = closed
mine-state-withdrawn = withdrawn
mine-time-left = { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
mine-time-today = due today
mine-time-over = { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
mine-time-paused = waiting for { $own ->
        [yes] your answer
       *[no] the author’s answer
    }, the clock stands
mine-one =
    📄 <b>{ $number }</b>
    “{ $text }”
    <b>{ $state }</b>{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }

    { $story }{ $several ->
        [yes] {"\u000A\u000A"}(page { $page } of { $pages })
       *[no] {""}
    }
mine-story-why = [Deadline]
mine-story = [What has happened]
mine-one-supplement = ➕ Add something
mine-one-correct = ✏️ Change it and send it again
mine-one-object = ✋ Object
mine-one-withdraw = 🗑 Withdraw
mine-to-overview = 📋 Back to the list
mine-to-one = ⬅️ Back to this suggestion
mine-who-author = You
mine-who-other = The author
mine-event-registered = ✅ Registered.{ $entered ->
        [yes] {" "}Entered by an information officer.
       *[no] {""}
    }
mine-event-returned = ↩️ The office asked for changes. ({ $who } can send it again.){ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-corrected = ✏️ { $entered ->
        [yes] An information officer changed it and sent it again.
       *[no] { $who } changed it and sent it again.
    }
mine-event-diverted = ➡️ This is no suggestion; it belongs to “{ $place }”. { $advice }{ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-merged = 🔗 Handled together with a close one, { $into }.
mine-event-objected = ✋ { $who } objected.{ $has_words ->
        [yes] {"\u000A"}“{ $words }”
       *[no] {""}
    }
mine-event-objection-decided = { $upheld ->
        [yes] ⚖️ The office upheld the objection: the suggestion is handled again.
       *[no] ⚖️ The office did not uphold the objection: its decision stands.
    }{ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-forwarded = 📨 Forwarded to { $unit }, to be answered by { $due } (that day included).{ $has_assisting ->
        [yes] {"\u000A"}{ $unit } leads and replies; assisting: { $assisting }.
       *[no] {""}
    }
mine-event-signed = 📥 { $unit } has taken it in hand.
mine-event-sent-back = 🔁 { $unit } says it is not theirs; the office assigns it anew.{ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-asked = ❓ A question was asked. ({ $who } can answer it.)
mine-event-answered = 💬 { $who } answered the question.{ $entered ->
        [yes] {" "}An information officer wrote it down.
       *[no] {""}
    }
mine-event-supplemented = ➕ { $who } added something.{ $has_words ->
        [yes] {"\u000A"}“{ $words }”
       *[no] {""}
    }{ $files ->
        [0] {""}
       *[other] {"\u000A"}Attachments: { $files }
    }
mine-event-extension-asked = 🗓 { $unit } asked for time until { $until }; the office decides.
mine-event-extension-decided = { $approved ->
        [yes] 🗓 The office agreed to a later day.
       *[no] 🗓 The office did not agree to a later day; the day stays.
    }
mine-event-date-moved = 🗓 The reply is now due by { $due }.{ $by ->
        [calendar] {" "}The days off of that year were announced, and the day was counted again.
       *[office] {""}
    }{ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-replied = 💬 { $unit } answered; outcome: { $outcome }.
    { $text }{ $explained ->
        [yes] {"\u000A"}Reason: { $reason }
       *[no] {""}
    }{ $files ->
        [0] {""}
        [one] {"\u000A"}📎 { $files } file
       *[other] {"\u000A"}📎 { $files } files
    }
mine-event-reply-corrected = 💬 { $unit } corrected its reply; this one counts; outcome: { $outcome }.
    { $text }{ $explained ->
        [yes] {"\u000A"}Reason: { $reason }
       *[no] {""}
    }{ $files ->
        [0] {""}
        [one] {"\u000A"}📎 { $files } file
       *[other] {"\u000A"}📎 { $files } files
    }
mine-event-contacted = { $mode ->
        [face-to-face] 🤝 { $unit } had a talk face to face, { $on }.
        [video] 🎥 { $unit } had a talk by video, { $on }.
       *[phone] 📞 { $unit } had a talk by telephone, { $on }.
    }
mine-event-told = 🤝 The reply was told in person, { $on }.
mine-reply-withheld = (The reply holds personal data of its author; it is shown only in the chat the suggestion was sent from.)
mine-one-file = 📎 { $name }
mine-file-sent = 📎 “{ $name }” was sent above.
mine-file-missing = There is no such file. Send /mine and open the suggestion again.
mine-file-checking = “{ $name }” is still being checked for viruses. Please tap again in a while.
mine-file-gone = “{ $name }” cannot be fetched now. Please tap again in a while.
mine-event-rated = ⭐ { $who } rated the reply.{ $entered ->
        [yes] {" "}An information officer wrote it down.
       *[no] {""}
    }
mine-event-reopened = 🔄 { $who } rated the reply as not satisfying: handled again, to be answered by { $due }.
mine-event-closed = 🏁 Closed.
mine-event-withdrawn = 🗑 { $who } withdrew it.{ $has_words ->
        [yes] {"\u000A"}Why: { $words }
       *[no] {""}
    }
mine-event-promised = 🤝 { $unit } promised to do something by { $due }.{ $has_words ->
    [yes] {"\u000A"}The promise: { $words }
   *[no] {""}
}
mine-event-progressed = 🚧 How far the promise is: { $progress }, due { $due }.{ $has_words ->
    [yes] {"\u000A"}In their words: { $words }
   *[no] {""}
}
mine-event-awarded = 🏆 Won a prize: { $prize }.
mine-event-published = 📢 Made public, without personal data.
mine-event-unpublished = 🔒 No longer public.
mine-event-classified = 🗂 The office filed it under “{ $theme } · { $topic }”.
mine-event-scoped = 🗺 The office noted what it is about: { $scope }.
mine-event-assisting = 🤝 { $has_assisting ->
        [yes] Units that assist now: { $assisting }.
       *[no] No other unit assists any more.
    }
mine-event-undone = ↩️ The office took back what it had done by mistake: { $undone ->
        [returned] nothing needs to be put right; it is screened as before.
        [diverted] it stays here and is screened as before.
        [merged] it is not merged and is screened as before.
       *[other] it is filed as before.
    }
mine-topic-other = other
mine-and = ,{" "}
mine-why = { $known ->
        [yes] Reply due by { $due } (that day included).{"\u000A"}
       *[no] {""}
    }Why that day: this campaign promises a reply within { $day_type ->
        [working] { $days } working days (weekends and holidays not counted)
       *[calendar] { $days } days (weekends and holidays counted)
    } from the day it was { $starts_at ->
        [received] received
        [registered] registered
        [signed] taken in hand by the unit
       *[forwarded] forwarded
    }.{" "}{ $has_started ->
        [yes] Counted from { $started }.
       *[no] Counting has not begun.
    }
mine-why-moved = { $kind ->
        [answered] The days of waiting for { $own ->
            [yes] your answer
           *[no] the author’s answer
        } do not count: so it moved to { $due }.
        [reopened] It is handled again: so it is counted anew, to { $due }.
        [calendar] The days off were announced and the day was counted again: it is now { $due }.
        [extension] The unit asked for more time and the office agreed: it is now { $due }; the reason stands below.
       *[office] The office moved the day: it is now { $due }; the reason stands below.
    }
mine-why-holidays = Days off among them, not counted: { $days }.
mine-why-workdays = Weekend days worked to make up, counted: { $days }.
mine-why-provisional = ⚠️ This day is provisional: the days off of its year are not announced yet, so Monday to Friday are counted. It is counted again once they are, and { $own ->
        [yes] you are told
       *[no] the author is told
    } if it moves.
mine-why-paused = ⏸ We are waiting for { $own ->
        [yes] your answer
       *[no] the author’s answer
    }; these days do not count.
mine-supplement =
    ➕ <b>Add to { $number }</b>
    Send words, photos or files, in several messages if you like; each is kept at once, and those who handle it see it.
    { $added ->
        [0] Then tap “Done” or send “done”.
       *[other] Added so far: { $added }. Then tap “Done” or send “done”.
    }
mine-supplement-done = ✅ Done
mine-supplement-kept = ➕ Added to { $number }.
mine-supplement-file = 📎 “{ $name }” was added to { $number }.
mine-supplement-ended = ✅ Added; those who handle it can see it.
mine-withdrawal =
    🗑 <b>Withdraw { $number }?</b>
    It will not be handled any more, and cannot be brought back; you may write another.
    { $has_words ->
        [yes] Your reason: “{ $words }”
       *[no] If you want to say why, just send it; you need not.
    }
mine-withdrawal-send = 🗑 Yes, withdraw it
mine-withdrawal-done = 🗑 { $number } has been withdrawn.
mine-objection =
    ✋ <b>Object to what was decided on { $number }</b>
    You can do this once; the office looks again and tells you the result.
    { $has_words ->
        [yes] Your reason: “{ $words }”{"\u000A"}Send more if you like; then tap “Send the objection”.
       *[no] Please say in words why you disagree.
    }
mine-objection-send = ✋ Send the objection
mine-objection-done = ✋ Your objection was sent; you will be told the result here.
suggest-returned =
    ↩️ <b>{ $number } was returned</b>
    { $still ->
        [no] It need not be put right any more: it was taken back or sent again. Tap “Leave it for now” to go to the list.
       *[yes] { $has_remark ->
            [yes] The office says: “{ $remark }”
           *[no] The office gave no reason; you can ask by telephone.
        }
    }
suggest-later-leave = ⬅️ Leave it for now
suggest-later = ⬅️ What you changed so far is kept; go on with it at any time. What was sent and its number stay as they are.
suggest-unchanged = 🗑 The changes are thrown away. What was sent and its number stay as they are.
mine-correction-send = ✏️ Send it again with the new text
mine-correction-done = ✏️ { $number } was sent again.
mine-say-anew = 🧹 Clear and say it anew
mine-say-again = 🙏 What you said was not kept this time; please send it once more.
mine-cut = { $text }… ({ $length } characters in all, all of them will be sent)
mine-lookup =
    🔎 <b>Look up by number and query code</b>
    Send the number and the query code in one message, for example: CQ2024-000001 ABCD2345
    Capitals and spaces do not matter. The code has no figures 0 and 1, and no letters O, I and L.
    What you send here is only looked up; it goes into no suggestion.
mine-lookup-code = 🔑 The number is { $number }; now please send the query code.
mine-lookup-number = 🔢 Please send the number as well, for example: CQ2024-000001 ABCD2345
mine-found-follow = 🔔 Tell me here, too
mine-found-following = 🔔 What becomes of { $number } will be told in this chat, too.
mine-elsewhere-words = 👇 Those words were not kept: here you can only see how this suggestion is doing. What you are writing has not changed: send /start to go on.
command-mine = My suggestions and how far they are
supplement-too-late = Suggestion { $number } is closed or withdrawn, so nothing can be added. For a new thought, send /start.
supplement-empty = There are no words in this message (only spaces or invisible characters). Please send words, a photo or a file.
supplement-often = That is a lot: a suggestion can be added to { $maximum } times at most. Please wait until you are contacted.
words-too-long = Too long: { $length } characters, { $maximum } at most. Please make it shorter and send it again.
withdraw-too-late = Suggestion { $number } is with a unit already and cannot be withdrawn. Tap “Add something” to tell the unit what is new.
objection-nothing = There is no decision on { $number } now that one could object to.
objection-made = You have objected to this decision on { $number } already; please wait for the result.
objection-empty = Please say in words why you disagree, then send it.
correction-nothing = Suggestion { $number } needs no changes now. To add to it, tap “Add something”.
code-look-alike = A query code has no figures 0 and 1 and no letters O, I and L. Please look again: it may be D, Q, 8, J, T or 7.
code-not-whole = A query code has { $length } letters and figures; please check it and send it again.
code-wait = Too many tries. Please wait { $seconds } seconds and try again; you are not locked out for good.
code-wrong = The number or the query code is not right; please check and send it again. Both stand in the message that said your suggestion was received.
help-mine-overview = 👉 Now: tap a number to see how far it is; if yours is not there, look it up by number and query code.
help-mine-one = 👉 Now: see how this suggestion is doing; what you can do stands on the buttons.
help-mine-supplement = 👉 Now: send words, photos or files to add, then tap “Done”.
help-mine-withdrawal = 👉 Now: only “Yes, withdraw it” withdraws it; “Back” leaves it as it is.
help-mine-objection = 👉 Now: say why you disagree, then tap “Send the objection”.
help-mine-lookup = 👉 Now: send the number and the query code in one message.
help-mine-found = 👉 Now: see how it is doing; tap “Tell me here, too” to hear of it in this chat.
