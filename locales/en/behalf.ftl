# Entries of information officers for others, returned ones, and word that is brought in person.
behalf-for-whom = 👤 <b>{ $named ->
        [yes] For { $name }
       *[no] For somebody
    } · person { $place } today</b>
behalf-no-contact = no telephone
behalf-consent =
    <b>Step { $place } of { $places }: their consent</b>
    Please read this out to the person:

    { $wording }

    If they agree, tap in which way; if they do not, nothing is noted.
behalf-consent-spoken = 🗣 Agreed, spoken in presence
behalf-consent-paper = 📝 Signed on paper (photo)
behalf-consent-refuse = 🚫 They do not agree
behalf-consent-how = 👇 Please tap in which way they agreed: spoken in presence, or send a photo of the signed paper.
behalf-consent-send_paper = 📷 Please take a photo of the signed paper and send it here. Only those who handle the suggestion see it.
behalf-consent-refused = All right: nothing about them is collected, so nothing can be entered for them. Take the next person, or send /behalf to go back; this entry can be given up there.
behalf-consent-not_kept = 🚫 They did not agree; nothing was kept. You can go on with the next person.
behalf-consent-kept = 📎 Kept as the signed consent.
behalf-consent-theirs = This is said for somebody else, who must agree themselves. Please go back to “their consent” and tap in which way they agreed.
behalf-contact =
    <b>Step { $place } of { $places }: contact</b>
    Please send the person's telephone number{ $kinds ->
        [phone] {""}
       *[other] {" "}or mail address
    }. A number shared with the family is fine. If there is none, tap “No telephone”: you bring them word.{ $has_contact ->
        [yes] {"\u000A"}Now: <b>{ $contact }</b>
       *[no] {""}
    }
behalf-contact-none = 📵 No telephone
behalf-optional-contact = The contact may be left empty: the officer brings word to those who have none.
behalf-start =
    👥 <b>For others</b> ({ $unit })
    { $open ->
        [yes] Tap the campaign to enter for; one person after the other.
       *[no] No campaign is open now, so nothing new can be entered.
    }{ $any ->
        [yes] {"\u000A"}Unfinished: { $count }. Tap one to go on.
       *[no] {""}
    }{ $visits ->
        [yes] {"\u000A"}🔔 There is word to bring: tap “To tell”.
       *[no] {""}
    }{ $doubted ->
        [yes] {"\u000A"}❓ Throw away “{ $whose }”? All that was said is gone then.
       *[no] {""}
    }
behalf-start-begin = ✍️ For somebody: { $campaign }
behalf-start-go_on = ▶️ Go on: { $beginning }
behalf-start-throw_away = 🗑 Give up the unfinished one on top
behalf-start-sure = 🗑 Yes, throw it away
behalf-start-keep = ↩️ No, keep it
behalf-start-entries = 📋 My entries
behalf-start-visits = 🔔 To tell
behalf-discarded = 🗑 That unfinished entry was given up.
behalf-erased = 🗑 The entry you were writing has been erased as its author asked; what you just did was not taken for anybody else’s.
behalf-begin-first = 👆 That was not kept: it is not known for whom it is. Please tap “For somebody” or “Go on” first.
behalf-sent =
    ✅ <b>Entered</b>

    Number
    <b><code>{ $number }</code></b>

    Query code
    <b><code>{ $code }</code></b>

    Please read both out, and best write them down for the person. With the two, whoever helps them can look it up.
behalf-sent-slip = 🖨 Slip
behalf-sent-next = 👤 Next person (same theme)
behalf-sent-same = ➕ Same person, another one
behalf-sent-finish = ✅ That is all for now
behalf-sent-words = 👆 That was not kept: this one is entered. Please tap “Next person” or “Same person, another one”.
behalf-entries =
    📋 <b>My entries for others</b>{ $several ->
        [yes] {" "}(page { $page } of { $pages })
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] Tap a number to see it. Your own suggestions are in /mine.
       *[no] Nothing entered yet. Send /behalf to begin.
    }
behalf-row = { $number } · { $name } · { $state }{ $waits ->
        [yes] {"\u000A"}🔔 { $what }, by { $due }
       *[no] {""}
    }
    { $text }
behalf-entries-words = 👇 That was not kept. Please tap a number or a button; to enter a new one, send /behalf.
behalf-to-entries = 📋 Back to my entries
visits-overview =
    🔔 <b>To tell in person</b>{ $several ->
        [yes] {" "}(page { $page } of { $pages })
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] What is due first is on top. Tap a number to see what to say.
       *[no] There is nothing to tell now.
    }{ $slips ->
        [yes] {"\u000A"}What has ↩️ you noted today as moved away or not willing; if that was a slip, open it and take it back.
       *[no] {""}
    }
visits-row = { $late ->
        [yes] ⚠️
       *[no] •
    } { $number } · { $what } · by { $due }{ $late ->
        [yes] {" "}({ $days } days late)
       *[no] {""}
    }
visits-ended = ↩️ { $known } · { $state }
visits-words = 👇 That was not kept. Please tap a number first.
visits-one =
    🔔 <b>{ $number }</b> · { $what }{ $known ->
        [yes] {"\u000A"}Tell: <b>{ $name }</b>
       *[no] {""}
    }{ $reachable ->
        [yes] {" "}({ $contact })
       *[no] {""}
    }
    { $late ->
        [yes] ⚠️ Was to be told by { $due }.
       *[no] Please tell them by { $due }.
    }{ $tried ->
        [yes] {"\u000A"}Now: { $state }
       *[no] {""}
    }

    <b>Say this:</b>
    { $words }{ $several ->
        [yes] {"\u000A\u000A"}(page { $page } of { $pages })
       *[no] {""}
    }

    { $words_are ->
        [answer] Once you have the answer, just send it: it goes to those who asked.
        [doubt] ❓ Was <b>{ $whom }</b> told in person on { $on }? Once noted it counts as delivered and cannot be taken back.
        [note] Words you send are kept as a note.
       *[outcome] Tap what came of it afterwards. Words you send are kept as a note.
    }
visits-day =
    🗓 <b>{ $number }</b>{ $doubted ->
        [yes] {"\u000A"}❓ Was <b>{ $whom }</b> told in person on { $on }? Once noted it counts as delivered and cannot be taken back.{"\u000A"}If the date is wrong, send it again.
       *[no] : on which day were they told?{"\u000A"}Please send the date, such as 8-3 (month-day) or 2024-08-03.
    }
visits-answer =
    💬 <b>{ $number }</b>
    { $words }

    Please write the person's answer in one message. It goes to those who asked, marked as written down by you.
visits-reason =
    📝 <b>{ $number }</b>
    Please write down why they are not satisfied, in their own words, in one message.
visit-what-suggestion-asked = a question to ask
visit-what-question-reminded = a question is still open
visit-what-suggestion-replied = a reply to tell
visit-what-suggestion-reply-corrected = a corrected reply to tell
visit-what-suggestion-returned = returned to be put right
visit-what-suggestion-diverted = tell them where it belongs
visit-what-suggestion-undone = tell them of what was taken back
visit-outcome-told = told in person
visit-outcome-answered = asked and answered in person
visit-outcome-not-met = nobody was met the last time
visit-outcome-moved-away = moved away
visit-outcome-refused = does not want to hear of it
visit-outcome-corrected = put right and sent again
visit-outcome-overtaken = need not be told any more
visit-say-question = The unit that handles your suggestion asks you: { $question }
visit-say-reply = Your suggestion has been answered. { $unit } says: { $outcome }.{"\u000A"}{ $text }{ $explained ->
        [yes] {"\u000A"}The reason: { $reason }
       *[no] {""}
    }
visit-say-returned = Your suggestion must be put right and sent again. The reason: { $remark }
visit-say-diverted = What you said is no suggestion; please go to “{ $place }” with it. { $advice }{"\u000A"}{ $remark }
visit-say-undone = What you were told last time was taken back; your suggestion is handled as before.
visit-open = 📖 Open
visit-today = ✅ Told today
visit-yesterday = ✅ Told yesterday
visit-day = 🗓 Told on another day
visit-answer = 💬 Write down their answer
visit-not_met = 🚪 Nobody there, try again
visit-moved = 🧳 Moved away
visit-refused = 🙅 Does not want to hear
visit-whom = the author
visit-sure = ✅ Yes, told in person
visit-keep = ⬅️ No, go back
visit-undo = ↩️ A slip: take it back
visit-rate-later = ⭐ Write down how satisfied they are
visit-rate = ⭐ They say: { $rating } { $part }
visit-to-list = 🔔 Back to what is to be told
visit-back = ⬅️ Back
visit-recorded = ✅ Noted.
visit-reopened = ↩️ Taken back: it is to be told as before, with the same day and number of tries.
visit-again = 🚪 Noted that nobody was there; the day was moved.
visit-noted = 📝 Kept as a note.
visit-rated = ⭐ Their rating is noted, as told in person.
visit-answered = ✅ Their answer went to those who asked.
visit-nothing-recorded = Nothing was noted.
visit-missing = There is no such thing to tell. Please send /visits to see what there is now.
visit-answer-wanted = This is a question: send what the author answered, or tap that nobody was met, that they moved away, or do not want to hear of it.
visit-over = They were told already, or need not be told any more. Please look at the page anew.
visit-officer-missing = Please choose an information officer in office, of the same unit or one below it.
visit-day-unclear = That date is not clear. Please send month and day, such as 8-3, or 2024-08-03.
visit-day-not-then = They can have been told neither after today nor before there was something to tell. Please send the date again.
visit-undo-late = Only “moved away” and “does not want to hear” of today can be taken back. If something else is wrong, send a few words as a note: the office can read them.
visit-undo-needless = Something new has happened and this need not be told any more, so it was not taken back. Please send /visits to see what there is to tell now.
visit-rate-first-tell = Tell them of the reply first; then you can write down how they rate it.
entry-given = 📋 The office has handed an unfinished entry over to you. Tap below and go on with it.
entry-open = 📋 Open entries
visit-made = 🔔 <b>{ $number }</b>: { $what }. Its author has no chat: please tell them in person by { $due }.
visit-due = ⏰ <b>{ $number }</b>: { $what }, to be told in person by { $due }; nothing has been noted yet.
help-behalf-start = 👉 Now: tap “For somebody” to begin, or go on with what is unfinished.
help-behalf-sent = 👉 Now: read out number and code; then “Next person” or “Same person”.
help-behalf-entries = 👉 Now: tap a number to see how far an entry is.
help-behalf-one = 👉 Now: see how far it is; what can be done is on the buttons.
help-visits-overview = 👉 Now: tap a number to see what is to be told.
help-visits-one = 👉 Now: read it out, then tap what came of it; what you type is a note.
help-visits-day = 👉 Now: send the day they were told, such as 8-3.
help-visits-answer = 👉 Now: send the person's answer in one message.
help-visits-reason = 👉 Now: write why they are not satisfied, in one message.
mydata-column-corrects = Which one it puts right
mydata-column-agreement = Signed consent
console-show-by-officers = Entered by officers
console-agreement = Consent signed by the author
console-officer = information officer { $name } ({ $unit })
console-entered-by = Entered by
console-entered-form = How they agreed
console-entered-spoken = spoken in presence
console-entered-paper = signed on paper
console-fact-officer = Written down in person by information officer { $name } ({ $unit })
console-reason-told-in-person = told in person by an information officer
console-visits = To tell in person
console-visits-lead = Authors without a chat are told by information officers. What is overdue comes first. Where an officer has left, give the visit to another officer of the unit or one below.
console-visits-none = Nobody waits to be told.
console-visits-late = overdue
console-visits-left = no longer in office
console-visits-tries = nobody met, { $tries } times
console-visits-give = Give to
console-visits-give-do = Give
console-visits-nobody = There is no other officer in office in this unit or below.
console-visits-done = Given; the other officer is told.
console-visits-drafts = Unfinished entries of officers who left
console-visits-drafts-lead = Another officer goes on with it; what it says is not shown here.
console-visits-draft = Draft { $id }
console-visits-ratings = Ratings told in person
console-visits-ratings-lead = What officers wrote down in person is counted apart from what authors said in the chat.
console-visits-in-person = In person
console-visits-in-chat = In the chat
console-visits-rating = Rating
console-column-what = To tell
console-column-officer = Officer
console-forget = Erase personal data at the author's wish
console-forget-lead = Only for what officers entered: its author has no chat. Where they come to the office, or send word by an officer, ask for the query code on their slip. What is over is erased at once; what is still being handled, when it is over.
console-forget-code = Query code
console-forget-do = Erase personal data
console-forget-done = Erased. Certificate { $certificate }, { $day }. Please tell the author its number.
forget-in-own-chat = The author of { $number } has a chat of their own; please ask them to send /settings there.
console-act-visit-given = Visit given to another officer
console-act-entry-given = Unfinished entry given to another officer
