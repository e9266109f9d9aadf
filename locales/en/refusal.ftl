# What is said when a rule says no: why, and what to do next.
campaign-missing = This campaign was not found. Please send /start to begin again.
campaign-not-yet = Collecting has not begun, so nothing can be sent and no personal data are taken yet. What you have written is saved; send /start once it has.
campaign-closed = Collecting has ended; nothing more is taken here. What you have written is saved; send /start to see what is open, or use another way such as a letter or the website.
campaign-stopped = The collection office has paused new suggestions. What you have written is saved; send /start when it goes on.
theme-missing = There is no such theme. Please tap one below.
topic-missing = There is no such topic. Please tap one below.
choice-missing = There is no such choice; please tap one below.
line-missing = Please write words, such as the name of a unit or school, or an address.
line-too-long = Too long: { $length } characters, { $maximum } at most. Please make it shorter.
consent-missing = Please read the note on personal data first and tap “I agree”.
last-time-missing = There is nothing from last time; please answer the question.
page-link-missing = This link is not right; perhaps it was not copied whole. Please go back to the chat and tap “Get the link” again.
page-link-expired = This link has expired, or a newer one took its place. Please go back to the chat and use the newest link, or get another.
page-link-used = This link has been used: what you filled in was saved. Please go back to the chat; to change something, get a new link there.
page-link-draft-over = This suggestion has been sent or thrown away; nothing needs to be filled in.
draft-missing = No unfinished suggestion was found. Please send /start to begin.
draft-incomplete = Some questions are still open, see below.
text-empty = There are no words in this message (only spaces or invisible characters). Please write your suggestion.
text-missing = There is no text yet. Please write your suggestion first, then tap “Done”.
text-too-long = The text now has { $length } characters, { $over } over the limit of { $maximum }. Everything is saved.
name-missing = Please send your name in letters, for example “Zhang San”, without numbers or addresses.
name-too-long = That name is too long: { $length } characters, { $maximum } at most. Please send only the name.
contact-missing = A way to reach you is needed; only those who handle the suggestion see it. { $kinds ->
    [phone] Please send a telephone number.
    [email] Please send an e-mail address.
   *[other] Please send a telephone number or a valid e-mail address.
}
contact-not-a-number = That does not look like a valid telephone number. { $kinds ->
    [phone] Please send a mobile number, or a landline with area code (such as 023-12345678).
   *[other] Please send a mobile number, a landline with area code (such as 023-12345678), or a valid e-mail address.
}
contact-not-an-address = That does not look like a valid e-mail address. { $kinds ->
    [email] Please check it, for example name@example.com.
   *[other] Please check it, for example name@example.com, or send a telephone number.
}
file-kind = “{ $name }” was not taken: only these formats are: { $allowed }. Please save it as one of them and send it again.
file-too-large = “{ $name }” was not taken: it is over { $megabytes } MB. Please make it smaller or split it.
file-empty = “{ $name }” was not taken: the file is empty. Please check it and send it again.
file-not-what-it-says = “{ $name }” was not taken: its content is not { $extension }; it may be damaged or renamed. Please save it again with the program it came from.
file-encrypted = “{ $name }” was not taken: it is locked with a password. Please remove the password and send it again.
file-macros = “{ $name }” was not taken: it contains macros (small programs). Please save it as a .docx without macros, or as a PDF, and send that.
file-active = “{ $name }” was not taken: it contains scripts, embedded files or contents fetched from elsewhere. Please save or print it as a plain PDF and send that; send embedded files one by one.
file-bomb = “{ $name }” was not taken: unpacked it becomes far too large. Please split it, or save it again in a simpler form.
file-damaged = “{ $name }” was not taken: it cannot be opened and may be damaged. Please save it again with the program it came from, or take the photo anew.
file-picture-too-large = “{ $name }” was not taken: the picture has more than { $megapixels } million pixels. Please make it smaller and send it again.
file-not-inspected = “{ $name }” was not taken: it could not be checked. Please send it again; if that does not help, save it as a PDF or take a screenshot.
file-infected = “{ $name }” was not taken: a virus was found in it. Please check your device and send a clean file.
file-one-too-many = “{ $name }” was not taken: { $maximum } attachments at most. Please remove some, or put them into one file.
file-not-fetched = The file could not be fetched. Please send it again.
suggestion-missing = No suggestion with the number { $number } was found.
suggestion-moved-on = Suggestion { $number } has moved on meanwhile. Please reload and look again.
support-own = Suggestion { $number } is your own: you are told of every step already.
unit-missing = There is no such unit. Please choose again.
reply-outcome-missing = Please choose the outcome.
reply-text-missing = Please write the reply.
reply-reason-missing = This outcome needs a reason.
reply-too-long = Reply and reason have { $length } characters, { $maximum } at most. Please shorten them.
sign-in-wrong = Login or password is wrong. Please try again.
sign-in-wait = Too many tries. Please wait { $seconds } seconds and try again.
source-kind-missing = Please choose what kind of way in it is.
source-campaign-missing = There is no such campaign. Please choose again.
source-missing = There is no such way in.
source-link-missing = The address of this chat is not known yet. Just after a start, look again in a moment; otherwise ask the administrator to check the settings.
source-name-missing = Please give the way in a name.
source-name-too-long = The name is too long: { $length } characters, { $maximum } at most.
quiet-hours-unclear = These hours are not clear. Please write two, such as “21-7”: from 21:00 to 7:00 the next day.
quiet-hours-too-long = Quiet hours last { $maximum } hours at most. Please count to 24, such as “21-7”: from 21:00 to 7:00 the next day.
reason-missing = Please give a reason.
reason-too-long = The reason is too long: { $length } characters, { $maximum } at most. Please shorten it.
diversion-missing = There is no such place to divert to. Please choose again.
merge-itself = Suggestion { $number } cannot be merged into itself.
merge-main-over = Nothing can be merged into { $number } now: it was answered, diverted, merged or withdrawn. Please choose one that is registered or being handled.
merge-others-there = Other suggestions were merged into { $number }. Please merge the other way round, or deal with those first.
objection-missing = There is no objection about { $number } to decide.
date-past = The new date cannot be before today.
date-too-far = The new date is too far away; a year is the most.
date-same = The new date is the one it has now.
question-text-missing = Please write what to ask the author.
question-too-long = The question is too long: { $length } characters, { $maximum } at most. Please shorten it.
question-missing = This question was not found. Send /mine to see your suggestions.
question-answered = You have answered this question about { $number }, and the answer was handed in. To add something, open “My suggestions”: /mine
answer-missing = There is no answer yet. Please write or send a file first, then tap “That is all”.
answer-too-long = The answer has { $length } characters, { $maximum } at most, so the last message was not taken. Please shorten it or send a file.
rating-missing = There is no such rating. Please tap a button of the message.
rating-not-asked = There is no reply about { $number } for you to rate now.
rating-given = Your rating of { $number } is written down and stays as it is.
rating-reason-missing = Please say why you are not satisfied, so that the unit knows what to do better.
suggestion-changed = Somebody else did something with { $number } after you opened this page, so yours was not done. What you typed is kept. Please look at what happened, then send it again if it still holds.
suggestion-not-lead = Your unit assists with { $number }; only the lead unit can do that. You can give the lead your opinion instead.
assisting-is-lead = The lead unit cannot assist itself. Please take it out of the assisting units.
assisting-many = { $maximum } assisting units at most. Please take some out.
opinion-missing = Please write the opinion.
opinion-too-long = The opinion has { $length } characters, { $maximum } at most. Please shorten it.
opinion-not-assisting = Your unit does not assist with { $number } now. Please ask the collection office.
classify-missing = There is no such theme and topic. Please choose one from the list.
scope-missing = There is no such scope. Please choose one of the list.
scope-recommended = { $number } was recommended to the city, so it must concern the whole city. Please take the recommendation back first.
leader-missing = Please write which leader or office it is from.
leader-too-long = The name has { $length } characters, { $maximum } at most. Please shorten it.
recommend-not-city = Only what concerns the whole city can be recommended, and { $number } does not. Please correct the scope first if it is wrong.
instruction-date-ahead = An instruction cannot be dated in the future. Please check the date.
date-unclear = Please give a date as year-month-day, such as 2024-08-15.
merge-number-missing = Please write the number of the suggestion to merge into, such as CQ2024-000001.
decision-missing = Please choose whether the objection is upheld.
undo-nothing = There is nothing to take back about { $number }: more than half an hour is over, or something happened since. Please put it right by another step.
