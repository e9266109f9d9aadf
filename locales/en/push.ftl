# Pushes: number and state only, no personal data.
push-repeat = (Sent again: if you have had this message before, please ignore it.)
suggestion-registered =
    ✅ Your suggestion has been registered.
    Number: <b>{ $number }</b>
    It will be forwarded to the unit that handles it; every step will be told to you here.
suggestion-forwarded =
    📨 { $role ->
        [supporter] The suggestion you support, <b>{ $number }</b>,
        [merged] The suggestion yours was merged into, <b>{ $number }</b>,
       *[author] Your suggestion <b>{ $number }</b>
    } has been forwarded to <b>{ $unit }</b>.
    Answer due by <b>{ $due }</b> (that day included).
suggestion-replied =
    💬 <b>{ $unit }</b> has answered { $role ->
        [supporter] the suggestion you support, <b>{ $number }</b>.
        [merged] the suggestion yours was merged into, <b>{ $number }</b>.
       *[author] your suggestion <b>{ $number }</b>.
    }
    Outcome: <b>{ $outcome }</b>

    { $told ->
        [yes] { $text }
        [withheld] The reply holds personal data of its author, and is shown to the author alone.
       *[no] The reply holds personal data and is not shown here. Read it in “My suggestions”: /mine
    }{ $explained ->
        [yes] {"\u000A\u000A"}Reason: { $reason }
       *[no] {""}
    }{ $attached ->
        [yes] {"\u000A\u000A"}📎 Files come with it ({ $files }): get them in “My suggestions”: /mine
       *[no] {""}
    }{ $rating ->
        [yes] {"\u000A\u000A"}How satisfied are you? Please tap below.
       *[no] {""}
    }
suggestion-reply-corrected =
    💬 <b>{ $unit }</b> has corrected its reply to { $role ->
        [supporter] the suggestion you support, <b>{ $number }</b>.
        [merged] the suggestion yours was merged into, <b>{ $number }</b>.
       *[author] your suggestion <b>{ $number }</b>.
    }
    This one counts. Outcome: <b>{ $outcome }</b>

    { $told ->
        [yes] { $text }
        [withheld] The reply holds personal data of its author, and is shown to the author alone.
       *[no] The reply holds personal data and is not shown here. Read it in “My suggestions”: /mine
    }{ $explained ->
        [yes] {"\u000A\u000A"}Reason: { $reason }
       *[no] {""}
    }{ $attached ->
        [yes] {"\u000A\u000A"}📎 Files come with it ({ $files }): get them in “My suggestions”: /mine
       *[no] {""}
    }{ $rating ->
        [yes] {"\u000A\u000A"}How satisfied are you now? Please tap below.
       *[no] {""}
    }
push-several = 📬 { $count } pieces of news:
push-missed = 👋 These messages did not reach you before; here they are:
push-answer = ✍️ Answer
push-whose-author = Your suggestion
push-whose-supporter = The suggestion you support,
push-whose-elsewhere = Your suggestion, made in another chat,
push-whose-merged = The suggestion yours was merged into,
suggestion-returned =
    ↩️ Your suggestion <b>{ $number }</b> came back to be put right.
    For the reason and what to do, see “My suggestions”: /mine
suggestion-diverted =
    ↪️ { $whose } <b>{ $number }</b> is not a matter for this campaign. It belongs to: <b>{ $place }</b>.
    { $advice }
    For the reason, see “My suggestions”: /mine . An author who disagrees can object there, once.
suggestion-merged =
    🔗 { $whose } <b>{ $number }</b> says the same as another and was merged into <b>{ $into }</b>.
    What becomes of { $into } will be told to you here too. An author who disagrees can object once, in “My suggestions”: /mine
suggestion-objection-decided =
    ⚖️ Your objection about <b>{ $number }</b> was decided: { $upheld ->
        [yes] <b>upheld</b>, the suggestion is screened anew.
       *[no] <b>not upheld</b>, the decision stays.
    }
    For the reason, see “My suggestions”: /mine
suggestion-signed =
    🖊 { $whose } <b>{ $number }</b> is now in the hands of <b>{ $unit }</b>, which signed for it.
    Answer due by <b>{ $due }</b> (that day included).
suggestion-sent-back =
    🔄 { $whose } <b>{ $number }</b> is not for the unit it was given to; the office will forward it anew.
    Nothing for you to do.
suggestion-asked =
    ❓ Those who handle your suggestion <b>{ $number }</b> have a question for you.
    Please tap “Answer” below; words, photos and files are taken.{ $paused ->
        [yes] {" "}The days of waiting for your answer are added to the time for the reply.
       *[no] {""}
    }
question-reminded =
    ⏰ A reminder: a question about your suggestion <b>{ $number }</b> still waits for your answer.
    Please tap “Answer” below. You are reminded only once.{ $paused ->
        [yes] {" "}The days of waiting for your answer are added to the time for the reply.
       *[no] {""}
    }
suggestion-date-moved =
    📅 { $whose } <b>{ $number }</b> is now to be answered by <b>{ $due }</b> (that day included).
    For the reason, see “My suggestions”: /mine
suggestion-reopened =
    🔁 { $whose } <b>{ $number }</b> is handled once more by <b>{ $unit }</b>, after a rating of “not satisfied”{ $has_assisting ->
        [yes] {" "}with the part of <b>{ $assisting }</b>
       *[no] {""}
    }.
    New date for the answer: <b>{ $due }</b> (that day included).
rating-reminded =
    ⏰ A reminder: { $promise ->
        [yes] what was promised for your suggestion <b>{ $number }</b> has been done.
       *[no] your suggestion <b>{ $number }</b> was answered.
    } Are you satisfied?
    Please tap below. You are reminded only once.
suggestion-closed = 🏁 { $whose } <b>{ $number }</b> is closed.
suggestion-undone =
    🙏 Please ignore what we told you last about <b>{ $number }</b>. { $undone ->
        [returned] It was returned by mistake: nothing needs to be put right.
        [diverted] It was sent elsewhere by mistake: it stays here.
       *[merged] It was merged by mistake: it stands on its own again.
    }
    { $whose } <b>{ $number }</b> is screened as before. Nothing for you to do.
push-rated-unit = { $unit }:{" "}
suggestion-published =
    🌐 Your suggestion <b>{ $number }</b> is public now.
    Everybody can see its number, its text and the outcome, and nobody who you are.
suggestion-promised =
    🤝 { $whose } <b>{ $number }</b>: something has been promised by { $due }.
    What it is stands under “My suggestions”: /mine
suggestion-progressed =
    🚧 { $whose } <b>{ $number }</b>, how far the promise is: <b>{ $state }</b>, due { $due }.
    More under “My suggestions”: /mine{ $rating ->
        [yes] {"\u000A"}How satisfied are you with what was done? Please tap below.
       *[no] {""}
    }
suggestion-awarded = 🏆 Congratulations! Your suggestion <b>{ $number }</b> has won <b>{ $prize }</b>. The collection office will be in touch about it.
promise-under-way = under way
promise-late = delayed
promise-kept = done
promise-dropped = cannot be done


push-desk = 📂 Open
staff-forwarded =
    🔔 <b>{ $number }</b> Forwarded to your unit.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-sent-back =
    🔔 <b>{ $number }</b> Sent back by the unit, to be assigned anew.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-answered =
    🔔 <b>{ $number }</b> The author answered the question.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-supplemented =
    🔔 <b>{ $number }</b> The author added to it.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-objected =
    🔔 <b>{ $number }</b> The author objects.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-dissatisfied =
    🔔 <b>{ $number }</b> The author is not satisfied with the reply.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-dissatisfied-assisting =
    🔔 <b>{ $number }</b> The author is not satisfied with the part of the assisting unit <b>{ $unit }</b>.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-reply-to-approve =
    🔔 <b>{ $number }</b> A reply waits for your approval.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-reply-to-check =
    🔔 <b>{ $number }</b> A reply waits for the office’s check.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-reply-given-back =
    🔔 <b>{ $number }</b> Your reply was given back to be written once more.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-extension-asked =
    🔔 <b>{ $number }</b> The unit asks for a later day; please decide.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-extension-approved =
    🔔 <b>{ $number }</b> The later day was granted.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-extension-refused =
    🔔 <b>{ $number }</b> The later day was not granted.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-mentioned =
    🔔 <b>{ $number }</b> A colleague named you in a note.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-due-soon =
    🔔 <b>{ $number }</b> Due soon.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-due-today =
    🔔 <b>{ $number }</b> Due today.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
staff-overdue =
    🔔 <b>{ $number }</b> Overdue.{ $has_due ->
        [yes] {"\u000A"}Due: { $due }
       *[no] {""}
    }
