# Several entries of an officer at once: one message, one sheet, the photo of a letter.
# What each field is called, divided by bars; the first stands on the form.
batch-field-theme = Theme
batch-field-topic = Topic
batch-field-scope = Scope
batch-field-name = Name
batch-field-contact = Phone | Telephone | Contact | Mobile
batch-field-identity = Category
batch-field-work_unit = Work unit | Workplace
batch-field-school = School
batch-field-address = Address
batch-field-consent = Consent
batch-field-day = Date
batch-field-text = Suggestion | Text
batch-consent-spoken = spoken | oral | in person
batch-consent-paper = paper | written | signed
batch-none = none | no | n/a
batch-other = other | other matters

batch-form-intro =
    📝 <b>Suggestions in one message</b>
    Copy the lines below, fill them in and send them back. Several people fit into one message: leave an empty line or write --- between them.
    Put “Suggestion” last; it may have several lines. Without a phone write “none”; lines you do not need can go.

    <b>Theme</b>: its number or name:
    { $themes }{ $scopes ->
        [no] {""}
       *[other]
            {""}

            <b>Scope</b> (needed): { $scopes }
    }
batch-form-line = { $field }: { $value }
batch-form-example-name = Zhang San
batch-form-example-text = (Example) Put sunshades over the bus stop of the Sample community.

batch-report =
    { $new ->
        [0] No new suggestion was taken.
       *[other] ✅ <b>{ $new } taken</b>
    }{ $known ->
        [0] {""}
       *[other] {"\u000A"}☑️ { $known } had been taken before and were not entered again.
    }{ $refused ->
        [0] {""}
       *[other] {"\u000A"}❌ <b>{ $refused } not taken</b>, for the reasons below. Mend them and send again; only what is missing is added.
    }
batch-report-taken = { $place }. { $name } number <code>{ $number }</code> query code <code>{ $code }</code>{ $known ->
        [yes] {" "}(taken before)
       *[no] {""}
    }{ $guessed ->
        [no] {""}
       *[other] {" "}(understood as “{ $guessed }”; if that is wrong, tell the office)
    }
batch-report-refused = ❌ No. { $place } was not taken: { $reason }
batch-report-mend = Copy this, mend it and send it back:
batch-report-edited = ✏️ The edited message was read again. What is in already does not change by an edit; to change it, ask the office to return it for correction.

batch-label-twice = “{ $field }” stands twice, so it is not clear whether this is one entry or two. Leave an empty line or write --- between two entries.
batch-loose = Some lines belong to no entry. Do not use --- within a suggestion; put these lines after “Suggestion”.
batch-cut = The message is so long that the phone may have cut it here. Please send this entry on its own.
batch-own-page = This chat takes no personal data, so nothing can be handed in this way. Please ask the office for another channel.
batch-theme-missing =
    There is no theme. Write its number or name:
    { $names }
batch-theme-unknown =
    There is no theme “{ $said }”. Write its number or name:
    { $names }
batch-topic-unknown = “{ $theme }” has no topic “{ $said }”. Write the number of a topic ({ $names }), or “other”.
batch-scope-missing = There is no scope, and it decides who handles this. Add a line “Scope:” with one of: { $names }.
batch-choice-unknown = “{ $field }” has no “{ $said }”. Write one of these, or leave the line out: { $names }.
batch-text-missing = There is no suggestion. Write it after “Suggestion:”.
batch-consent-unknown = “{ $said }” after “Consent” is not understood. Write “spoken” or “paper”.
batch-day-unclear = The date “{ $said }” is not understood. Write it like 2024-07-20.
batch-in-already = This one is in already as { $number }; the change was not taken. To change it, ask the office to return it for correction.
batch-photos-several = A message with photos can hold one suggestion only, or it is not clear whose they are. Send them one by one, each with its photos.
batch-photo-not-kept = The photo was not taken (see above), so this entry was not taken either. Send another photo with the words, or the words alone.
batch-photo-added = 📎 The photo was added to { $number }.
batch-photo-refused = The suggestion of these photos was not taken, so this photo was not kept. Mend the words and send them again with the photos.
batch-citizen-kept = This form is for officers who write for others. Your suggestion has been kept; go on step by step, name and phone are asked later.
batch-no-campaign = No campaign is open now, and nothing was taken. Send it again when one is open, or ask the office.

batch-sheet-title = Suggestions
batch-sheet-taken = Numbers and codes
batch-sheet-mend = Lines not taken
batch-sheet-reason = Why it was not taken
batch-sheet-line = Line
batch-sheet-number = Number
batch-sheet-code = Query code
batch-sheet-guessed = Understood as
batch-sheet-how = 📄 One suggestion a line; fill it in and send it back. At most { $maximum } lines, no merged cells, no formulas; the second line is an example and may be deleted.
batch-sheet-progress = ⏳ Entering: { $done } of { $of } lines. No need to wait, you will be told.
batch-sheet-refused = ❌ This sheet was not taken. { $reason }
batch-sheet-too-large = The file is over { $megabytes } MB. Please divide it and send the parts.
batch-sheet-too-long = There are more than { $maximum } lines. Please divide it and send the parts.
batch-sheet-row-too-long = A line has more than { $maximum } characters. Check its separators and quotation marks, or save it as .xlsx, and send it again.
batch-sheet-cell-too-long = “{ $field }” has more than { $maximum } characters. Shorten it and send it again.
batch-sheet-old = This is the old format (.xls, .et) or has a password. Save it as .xlsx without a password and send it again.
batch-sheet-empty = No line is filled in. Fill some in and send it again; /sheet gives an empty one.
batch-sheet-damaged = The file cannot be opened: it is damaged, or no sheet. Save it as .xlsx or CSV and send it again.
batch-sheet-bomb = The file unpacks to too much. Keep only the lines to be entered, save and send it again.
batch-sheet-macros = There are macros in it. Save it as .xlsx without macros and send it again.
batch-sheet-active = There are links to elsewhere or embedded things in it. Copy the words into the sheet of /sheet and send that.
batch-sheet-encrypted = The file has a password. Take it off and send it again.
batch-sheet-merged = There are merged cells, so it is not clear which line is whose. Unmerge them, one entry a line, and send it again.
batch-sheet-heads = The column “{ $field }” is missing. Use the sheet of /sheet and leave its first line as it is.
batch-sheet-heads-twice = A column stands twice in the first line. Delete one, or use the sheet of /sheet.
batch-sheet-formula = There is a formula in this line. Make it plain words (copy, then “paste values”).
batch-hint-theme = Choose from the list, or write number or name. Needed.
batch-hint-topic = Choose from the list, or write its number; leave it empty if unknown.
batch-hint-scope = Choose from the list; needed where there is one.
batch-hint-name = The real name of who suggests it. Needed.
batch-hint-contact = A mobile or landline number with area code; without one write “none”.
batch-hint-identity = Choose from the list, or leave it empty.
batch-hint-work_unit = May stay empty.
batch-hint-school = May stay empty.
batch-hint-address = For people without a phone, so that they can be visited.
batch-hint-consent = Spoken in your presence, or signed on paper. Empty means spoken.
batch-hint-day = The day you heard it, such as 2024-07-20; empty means today.
batch-hint-text = The suggestion, one a line. Needed.

batch-paper-begun = 📄 Send clear photos of the letter or form, several if need be; if the writer signed their consent on it, tap “Signed on paper” after the photos. Then answer the questions below for its writer.
batch-paper-first = 📷 Please send the photo of the letter or form first, then tap “Signed on paper”.
proposal-nothing = The photo is kept as an attachment, but no text was found in it. Please write the suggestion from the paper.
proposal-made = 🔎 <b>Read by a machine: it may be wrong, and is not in the suggestion yet.</b> Compare it with the paper:
proposal-made-use = Use it, then correct it
proposal-made-own = No, I write it myself
proposal-used = It is in the text now, and nothing has been sent. Compare it with the paper: if it is wrong, copy the words above, tap “Delete it and start anew” and send them corrected.
proposal-declined = The machine's text is not used. Please write the suggestion from the paper.
proposal-missing = This text has been dealt with already, or its suggestion has been sent. Please look below.
proposal-unread = Some of this was read by a machine. Compare it with the paper: if it is right, tap “compared with the paper”; if not, change the text.
suggest-preview-read = 👁 Compared with the paper, it is right
cli-recognition-missing = Text recognition is on (JINDIANZI_TEXT_RECOGNITION), but { $libraries } is not installed. Install the extra “ocr” (pip install ".[ocr]"), or switch the setting off.
