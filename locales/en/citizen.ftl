# The page of our own: personal data that the chat does not take are filled in here.
citizen-product = Jindianzi
citizen-title = Your personal data
citizen-lead = These go to { $organiser } alone and do not pass through the chat service. Once they are saved, the chat goes on by itself.
citizen-about = Your suggestion: { $campaign } · { $theme }, begun { $begun }
citizen-languages = Language
citizen-all-required = Everything marked * is required.
citizen-hint-name = Your real name. Only those who handle the suggestion see it.
citizen-hint-contact = { $kinds ->
    [phone] A Chinese mobile number, or a landline with area code such as 023-12345678.
    [email] An e-mail address, for example name@example.com.
   *[other] A Chinese mobile number, a landline with area code, or an e-mail address.
}
citizen-hint-work_unit = If you have none, what you do, for example “farmer” or “retired”.
citizen-hint-school = The full name of your school.
citizen-hint-address = An address where letters reach you.
citizen-privacy = How your data are used
citizen-privacy-words = This is the note you agreed to in the chat. What you fill in here does not appear in the chat.
citizen-save = Save
citizen-error = Error:{" "}
citizen-wrong = { $count ->
    [one] One answer needs a change; nothing has been saved
   *[other] { $count } answers need a change; nothing has been saved
}
citizen-colon = :{" "}
citizen-empty = Please fill in: { $field }.
citizen-contact-wrong = { $kinds ->
    [phone] This does not look like a valid telephone number. Please give a mobile number, or a landline with area code such as 023-12345678.
    [email] This does not look like a valid e-mail address. Please check it, for example name@example.com.
   *[other] This looks like neither a valid telephone number nor an e-mail address. Please give a mobile number, a landline with area code such as 023-12345678, or an e-mail address.
}
citizen-saved = Saved
citizen-saved-next = Thank you! Please go back to the chat, which has gone on by itself. You may close this page.
citizen-to-chat = Back to the chat
citizen-too-large = That was too long and was not saved. Please go back and make it shorter.
citizen-not-possible = That is not possible here. Please go back to the chat and tap “Get the link” again.
citizen-busy = The system is busy and your data have not been saved yet. Please try again in a few seconds.
citizen-again = Try again
citizen-broken = Something went wrong on our side and your data may not have been saved. Please open this link again in a while; if that does not help, get another link in the chat.
