# The offline collection page (offline-…: travels to the phone; plain words and blanks, no cases)
offline-no-script = This page needs JavaScript. Please switch it on, or use another browser.
offline-title = Offline collection
offline-other-language = 中文
offline-welcome = Information officers collect here without signal: whole suggestions are kept on this phone and sent by themselves once there is signal.
offline-need-link = To sign this phone in, go back to the chat, send /offline and open the one-time link you get.
offline-unfit = This browser cannot keep data safely (it needs an https address, a recent browser and no private window). Please open the page in another browser, or ask the collection office.
offline-begin-title = Begin on this phone
offline-begin-lead = First choose a passphrase. Everything kept on this phone is encrypted with it, and it is asked for each time.
offline-passphrase = Passphrase
offline-passphrase-again = The passphrase once more
offline-passphrase-rule = At least { $minimum } characters. A few unrelated words in a row are long and easy to remember.
offline-strength-weak = Strength: too weak, easily guessed
offline-strength-fair = Strength: fair; longer is better
offline-strength-good = Strength: good
offline-no-recovery = Nobody can recover a forgotten passphrase: what was not sent could not be opened any more. Please remember it well.
offline-no-recovery-known = I know that nobody can recover the passphrase
offline-no-recovery-unread = Please tick “I know that nobody can recover the passphrase” first.
offline-begin = Set the passphrase and begin
offline-passphrase-short = The passphrase is too short: at least { $minimum } characters. Please choose a longer one.
offline-passphrase-weak = This passphrase is too easy to guess and was not used. Please join several unrelated words instead of repeating a few letters.
offline-passphrase-differs = The two passphrases differ. Please type them again.
offline-locked = Locked
offline-locked-lead = Please type your passphrase.
offline-locked-idle = Locked after five idle minutes; everything written is saved. Please type your passphrase.
offline-open = Open
offline-wrong = Wrong passphrase. Please try again.
offline-wait = Too many tries. Please wait { $seconds } seconds and try again.
offline-forgotten = Nobody can recover a forgotten passphrase. You can only wipe this phone and get a new link in the chat.
offline-wipe = Wipe this phone
offline-wipe-when = Wipe it before somebody else gets the phone, or when you collect no more.
offline-wipe-lead = Drafts, suggestions and photos that were not sent will be gone from this phone for good. What was sent is not touched.
offline-wipe-known = I know that what was not sent will be lost
offline-wipe-unread = Please tick “I know that what was not sent will be lost” first.
offline-wipe-now = Wipe now
offline-back = Back
offline-close = OK
offline-signed-in-later = There is no signal, so this phone is not signed in yet. Open this page again with signal and it goes on.
offline-somebody-else = This phone still holds unsent entries of another officer. Sign in from that officer's chat and send them first, or wipe this phone.
offline-new = New entry
offline-send-now = Send now
offline-settings = Settings
offline-lock = Lock
offline-refused = Not taken, with the reason: { $count }
offline-drafts = Drafts: { $count }
offline-waiting = Waiting to be sent: { $count }
offline-sent = Sent: { $count }
offline-none = None.
offline-nameless = (no name yet)
offline-because = Reason:{" "}
offline-mend = Mend
offline-go-on = Go on writing
offline-take-back = Take back and change
offline-tried = Being sent and perhaps received; wait for the answer
offline-moved-on = This entry is being sent, or was sent already; later changes were not kept. Please look at the list; for a change, ask the collection office.
offline-damaged = Cannot be opened any more: { $count }
offline-damaged-of = Entry of { $moment }
offline-damaged-undated = Entry without a date
offline-damaged-unsent = This entry is damaged on this phone, or sealed with another key: it cannot be opened and was not sent. All others go out as usual. Please ask the person again and enter it anew, then throw this one away.
offline-damaged-tried = This entry is damaged on this phone, or sealed with another key. It may have been received: look under /entries in the chat. If it is not there, ask the person again and enter it anew. Then throw this one away.
offline-damaged-sent = This entry was sent. Only the note of its number and query code no longer opens on this phone: you find it under /entries in the chat. You can throw this note away.
offline-throw-away = Throw away
offline-throw-away-title = Throw away what cannot be opened
offline-throw-away-lead = The entry and its photos will be gone from this phone for good. The other entries are not touched.
offline-throw-away-known = I know that this entry cannot be brought back
offline-throw-away-unread = Please tick “I know that this entry cannot be brought back” first.
offline-throw-away-now = Throw away now
offline-photos-count = Photos: { $count }
offline-number = Number:{" "}
offline-code = Query code:{" "}
offline-moved = The date of this phone is wrong; it counts as received on { $day }. Please set the clock of the phone.
offline-sending = Sending: { $name }
offline-no-line = No signal. Everything is kept on this phone and sent by itself once there is signal.
offline-no-campaign = No campaign is open now, so nothing new can be written.
offline-nothing-yet = Nothing was fetched yet. Please open this page once with signal and sign in.
offline-low = This phone is nearly full. Send what waits, or make room, so that photos can be kept.
offline-full = This phone is full and this was not saved; what you typed is still on the screen and nothing saved before is lost. Make room on the phone, or send what waits, and go on.
offline-room-title = Room on this phone
offline-room = Used { $used } MB, left { $left } MB.
offline-room-kept = The browser promises not to clear what is kept here.
offline-room-not-kept = The browser may clear what is kept here when the phone runs short of room: send soon. Adding the page to the home screen makes it safer.
offline-taken = What this phone took along
offline-taken-at = Fetched { $moment }, campaigns: { $count }
offline-refresh = Fetch again
offline-passphrase-old = Present passphrase
offline-passphrase-new = New passphrase
offline-passphrase-change = Change the passphrase
offline-passphrase-changed = The passphrase is changed. Use the new one from now on.
offline-update = There is a new version of this page: use it now (what is written is saved first)
offline-for = For { $name }
offline-matter = What it is about
offline-campaign = Campaign
offline-theme = Theme
offline-topic = Topic
offline-topic-other = Something else
offline-scope = Scope
offline-receiving_unit = Receiving unit
offline-choose = Please choose
offline-choose-none = None
offline-text = The suggestion
offline-count = { $now } characters, at most { $most }
offline-count-over = { $now } characters, at most { $most }: { $over } too many. Please shorten it.
offline-twin = An entry on this phone says the same ({ $name }). If it was entered twice, delete one; if two people said it, keep both.
offline-person = Whose suggestion it is
offline-identity = Category
offline-name = Name
offline-contact = Contact
offline-contact-hint = Mobile number, landline or e-mail; leave empty if there is none.
offline-work_unit = Work unit (empty if none)
offline-school = School (empty if none)
offline-address = Address (empty if none)
offline-consent = Consent
offline-consent-read = Note on personal data (please read it out)
offline-consent-spoken = Agreed by word of mouth, in my presence
offline-consent-paper = Signed on paper, with a photo
offline-photos = Photos
offline-photos-hint = At most { $most }. Photos are made smaller, lose where they were taken, and are kept encrypted.
offline-paper-hint = Photos are made smaller and lose the place where they were taken, and are then kept encrypted.
offline-photo-paper = Photo of the signed consent
offline-photo-add = Add photos
offline-photo-is = Photo { $place }
offline-photo-is-paper = Photo { $place }: consent
offline-photo-remove = Remove
offline-photo-unreadable = This file cannot be opened; perhaps it is no photo. Please choose another one, or take it again.
offline-photo-gone = A photo of this entry is no longer on this phone, so it was not sent. Tap “Mend”, remove the photo that does not open, add it again, and save.
offline-broken = This entry was not sent: something went wrong on this phone. The others go out as usual. Tap “Mend”, check it and save it again; if that does not help, tell the collection office.
offline-photos-most = At most { $most } photos. Please remove some.
offline-occasion = Collected at which event
offline-call = In answer to which targeted collection
offline-saved = Saved on this phone
offline-next-person = Done, next person
offline-finish = Done, back to the list
offline-back-kept = Later (kept as a draft)
offline-delete = Delete this entry
offline-delete-sure = This cannot be undone. Delete this entry?
offline-faults = To be completed: { $count } (kept as a draft)
offline-need-theme = Please choose a theme
offline-need-topic = Please choose a topic; “Something else” if none fits
offline-need-scope = Please choose the scope
offline-need-receiving_unit = Please choose the receiving unit
offline-need-text = Please write the suggestion
offline-need-identity = Please choose the category
offline-need-name = Please give the name
offline-need-consent = Please say how the person agreed
offline-need-paper = Please take a photo of the signed consent

# What the server says to the offline page
collect-device-gone = This phone is signed out. What was not sent is still on it: send /offline in the chat and open the new link on this phone.
collect-device-missing = There is no such phone, or it is signed out already. Please reload the page.
collect-link-missing = This link is wrong, or was not copied whole. Send /offline in the chat for a new one.
collect-link-used = This link has been used. Send /offline in the chat for a new one.
collect-link-expired = This link has expired. Send /offline in the chat for a new one.
collect-key-unclear = Signing in did not work. Reload the page and open the link again.
collect-photo-unclear = This photo was not taken: it is not whole, or larger than { $megabytes } MB. Remove it and take it again.
collect-photo-broken = The photo was damaged on its way and is sent again by itself.
collect-photos-missing = Photos that have not arrived: { $count }. They are sent again by themselves.
collect-photos-many = Too many photos of your phones have not arrived whole. Sending pauses here and tries again by itself. Sign out phones you no longer use with /offline in the chat; if it stays like this, tell the collection office.
collect-paper-missing = Consent on paper was chosen, but there is no photo of it. Add the photo, or choose consent by word of mouth.
collect-agreed-unclear = The time of consent cannot be right, so this entry was not taken. Set the phone's clock, open the entry, choose again how the person agreed, and save it.
collect-occasion-missing = This campaign has no such event. Open the entry and choose another event, or none.
collect-call-missing = You were not asked in this targeted collection. Open the entry and choose another one, or none.
collect-too-fast = That was too fast. Wait { $seconds } seconds; it goes on by itself.
collect-nothing-here = There is nothing here. Open the offline page by the link in the chat.
collect-too-large = This entry is too long and was not taken. Open it and make it shorter.
collect-unreadable = This entry could not be read and was not taken. Open it, check it and save it again; if that does not help, update the page or ask the collection office.
collect-broken = Something went wrong on our side. The entry is still on this phone and is sent again by itself; if it stays like this, tell the collection office.
collect-busy = The system is busy. The entry is still on this phone and is sent again by itself.
collect-file-photo = Photo { $number }
collect-file-paper = Consent { $number }

# /offline in the chat
collect-phone =
    📴 <b>Offline collection</b>

    Write down whole suggestions with photos where there is no signal. They are kept encrypted on the phone and sent by themselves once there is signal, each exactly once.

    { $linked ->
        [yes] Open the button below <b>on the phone you will use</b>. The link works once, within { $hours } hours; please pass it to nobody.
       *[no] A link is shown only once. To sign a phone in, tap “Get a link”.
    }
    { $phones ->
        [0] No phone is signed in now.
       *[other] Phones signed in: { $phones }. If one is lost, sign it out below.
    }
collect-phone-open = 📴 Open offline collection
collect-phone-link = Get a link
collect-phone-end = 🚫 Sign out the phone of { $since }
collect-phone-ended = That phone is signed out and can send no more. What was not sent stays encrypted on it and opens with the passphrase only.
collect-phone-close = Back
collect-menu = Offline collection
collect-words-not-here = Words are not taken here. Open the offline page to enter a suggestion for somebody, or tap “Back”.
help-collect-phone = Here you get the link that signs a phone in for offline collection, and sign out a phone that is lost.

# Console: officers' phones
console-phones = Officers' phones
console-phones-lead = Phones on which officers are signed in for offline collection. Sign a phone out when it is lost or no longer used: it can send no more, and what was not sent stays encrypted on it. Phones end with the appointment by themselves.
console-phones-none = No phone is signed in now.
console-phones-end = Sign out
console-phones-done = The phone is signed out.
console-phones-officer = Officer
console-phones-since = Signed in
console-phones-used = Last used

mydata-table-collect_device = Phones you signed in for offline collection
mydata-column-link_until = Link valid until
mydata-column-signed_in_at = Signed in at
