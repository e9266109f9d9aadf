## Information officers, contact points, events, what is printed

officers-number = Officer number
officers-place = Officers at work
officers = Officers
officers-lead = Information officers and proxies are appointed by the office or a unit, and make suggestions for people who cannot. After appointing, hand the link or QR code to the person; the appointment counts once they accept.
officers-ending-soon = { $count ->
    [one] One appointment ends
   *[other] { $count } appointments end
  } within 14 days: decide whether to extend.
officers-appoint = Appoint an officer
officers-appoint-do = Appoint and make the invitation
officers-name = Name
officers-name-hint = Only the office and the unit see it; it is kept encrypted.
officers-kind = Kind
officer-kind-information = Information officer
officer-kind-proxy = Proxy
officers-unit = Unit
officers-unit-choose = Choose a unit
officers-every-unit = Every unit
officers-point = Contact point
officers-point-none = No contact point
officers-district = District
officers-every-district = Every district
officers-district-hint = Left empty, it is that of the contact point.
officers-expertise = Expertise
officers-expertise-hint = A few words with commas between them, for example: farming, transport. Officers are chosen by them.
officers-until = Last day (optional)
officers-until-hint = The appointment still holds on that day; left empty, it holds until you end it.
officers-no-end = No end
officers-filter = Filter by state
officers-show-in-office = In office
officers-show-ending = Ending soon
officers-show-invited = Invited
officers-show-ended = Ended
officers-column-name = Name
officers-column-kind = Kind
officers-column-unit = Unit
officers-column-point = Contact point
officers-column-district = District
officers-column-until = Until
officers-column-state = State
officers-empty = There are no officers here yet.
officers-back = Back to the officers
officers-to-one = Back to this appointment
officers-appointment = Appointment
officers-appointed = Appointed
officers-accepted = Accepted
officers-ended = Ended
officers-invite = Invite again
officers-invite-lead = A new invitation ends the older link and QR code at once.
officers-invite-do = Make a new invitation
officers-invite-until = The invitation is good until
officers-invitation = Invitation
officers-invitation-lead = Let the person scan the code, or send them the link. It is shown only this once, is good for { $days } days and can be used once. This page can be printed.
officers-invitation-symbol = QR code of the invitation, the same as the link below
officers-change = Change the appointment
officers-change-lead = Extend it, or move the officer to another unit or contact point. When unit, contact point, kind or last day change, the officer is told.
officers-change-do = Save
officers-end = End the appointment
officers-end-lead = It ends at once and the officer is told; they can make no more suggestions for others. What they sent is handled and counted as ever.
officers-end-do = End it
officers-done-changed = Saved.
officers-done-ended = The appointment has ended.

points = Contact points
points-lead = Contact points are places in communities, villages, schools or firms where suggestions are collected. Each can have its own way in and its poster.
points-add = New contact point
points-add-do = Open it
points-name = Name
points-name-hint = It is printed on the poster, for example “Service station of the sample community”.
points-address = Address
points-officers = Officers in office
points-open = In use
points-closed = Closed
points-empty = There are no contact points here yet.
points-back = Back to the contact points
points-about = About it
points-ways-in = Ways in and posters
points-came = { $people } people came, { $suggestions } suggestions sent
points-no-way-in = There is no way in yet. Make one for a campaign, then you can print its poster.
points-way-in-do = Make a way in
points-change = Change the contact point
points-close-lead = Once closed it can be chosen no more; posters that hang still open the chat and are counted. You can use it again later.
points-close-do = Close it
points-reopen-lead = Once in use again, it can be chosen for officers.
points-reopen-do = Use it again
points-done-added = The contact point is open.
points-done-changed = Saved.
points-done-closed = The contact point is closed.
points-done-reopened = The contact point is in use again.
points-done-way-in = The way in is ready; you can print its poster.

events = Events
events-lead = Stalls, rounds of the villages, leaders' visits, visits to schools and firms: suggestions collected on site. What officers enter while they have chosen an event is counted for it, and so is what comes by its poster.
events-add = New event
events-add-do = Put it down
events-title = Name
events-title-hint = It is printed on the poster, for example “Stall on the square of the sample community”.
events-kind = Kind
event-kind-stall = Stall
event-kind-round = Round of the villages
event-kind-leader-visit = Leader's visit
event-kind-school = At a school
event-kind-company = At a firm
event-kind-other = Other
events-first = First day
events-last = Last day
events-last-hint = Leave it empty if it is one day.
events-when = When
events-days = { $first } to { $last }
events-place = Place
events-held-by = Held by
events-host = Held by (optional)
events-host-hint = It is printed on the poster: an office or a team, not a private person.
events-empty = There are no events here yet.
events-entered = Entered by officers
events-sent = Sent by the code
events-total = In all
events-back = Back to the events
events-about = About it
events-over = Over
events-way-in = The way in of this event
events-no-way-in = This event has no way in that is in use, so it has no poster.
events-collected = What was collected
events-counts = { $entered } entered by officers, { $sent } sent by the code, { $total } in all.
events-nothing = Among the suggestions you may see, none was collected here.
events-change = Change the event
events-end = End it early
events-end-lead = Officers can choose it no more. What was collected stays counted.
events-end-do = End the event
events-done-added = The event is ready; you can print its poster below.
events-done-changed = Saved.
events-done-ended = The event has ended.
events-done-way-in = The way in is ready; you can print the poster.

posters = Poster
posters-one = { $paper } ({ $in_language }, PDF)
posters-pdf = { $paper } poster (PDF)

slip-day = Handed in on { $day }
slip-first = Begins:{" "}
slip-number = Number of the suggestion
slip-code = Query code (keep it to yourself)
slip-how = How to ask how far it is
slip-scan = Scan the code on the left, then type the query code.
slip-ask = Tell number and query code to any information officer, who reads the answer out.
slip-way = { $channel }: { $place }
slip-keep = Keep this slip. Tell the query code only to whom you ask to look it up.
slip-symbol = QR code: opens the chat and looks up { $number }

## Refusals

officer-name-missing = Please give the name.
officer-name-too-long = The name is too long: at most { $maximum } characters.
officer-kind-missing = Please choose a kind: information officer or proxy.
officer-unit-missing = Please choose a unit of yours that is still in use.
officer-point-missing = There is no such contact point, or it is closed. Please choose another one.
officer-district-too-long = The district is too long: at most { $maximum } characters.
officer-expertise-too-long = At most { $most } words of expertise, each of at most { $maximum } characters. Please shorten it.
officer-until-wrong = The last day must be today or later, within five years; leave it empty for no end.
officer-missing = There is no such appointment, or it is not of your unit. Please open it from the list.
officer-ended-already = This appointment has ended and cannot be changed. Appoint the person anew if you wish.
officer-accepted-already = The person has accepted already and needs no invitation. If they changed their chat account, end this appointment and appoint them anew.
officer-holds-another = You hold an appointment already, and a person holds one at a time. Please ask the unit to end the other one first.
officer-invite-unknown = This invitation is not valid; there may be a newer one. Please ask the unit for the new link.
officer-invite-ended = This appointment has ended and can be accepted no more. Please ask the unit.
officer-invite-taken = Somebody else has accepted this invitation; it can be used once. If it was meant for you, tell the unit at once.
officer-invite-expired = This invitation has run out. Please ask the unit for a new link.
point-name-missing = Please give the contact point's name.
point-too-long = Too long: name at most { $name } characters, district { $district }, address { $address }. Please shorten it.
point-missing = There is no such contact point, or it is not of your unit. Please open it from the list.
occasion-title-missing = Please give the event's name.
occasion-kind-missing = Please choose the kind of event.
occasion-too-long = Too long: name at most { $title } characters, place { $place }, host { $host }. Please shorten it.
occasion-days-turned = The last day cannot be before the first. Please correct the days.
occasion-days-long = An event lasts at most a year. Please correct the days, or make several events.
occasion-missing = There is no such event, or it is not of your unit. Please open it from the list.
occasion-not-today = That event is not held today, or is over. Please choose another one.
print-failed = It could not be made ready for print. Please try again in a moment.

## The account log

console-act-officer-appointed = Officer appointed
console-act-officer-invited = Officer invited again
console-act-officer-changed = Appointment changed
console-act-officer-ended = Appointment ended
console-act-point-added = Contact point opened
console-act-point-changed = Contact point changed
console-act-point-closed = Contact point closed
console-act-point-reopened = Contact point in use again
console-act-occasion-added = Event put down
console-act-occasion-changed = Event changed
console-act-occasion-ended = Event ended

## The chat

officer-button = 📇 Officer
officer-to-menu = 📇 Back to the officer's menu
officer-invited =
    📇 <b>An appointment is offered</b>
    <b>{ $unit }</b> appoints you as <b>{ $kind }</b>.{ $has_point ->
        [yes] {"\u000A"}Contact point: { $point }
       *[no] {""}
    }{ $has_until ->
        [yes] {"\u000A"}Until { $until }, that day included
       *[no] {"\u000A"}It has no end.
    }

    Once you accept, you can make suggestions for people who cannot. Each one you enter stands in your name.
    Is this invitation for you?
officer-invited-accept = ✅ It is me, accept
officer-invited-not_me = ❌ Not me
officer-invited-words = Please tap a button: “It is me, accept” if you are the one, “Not me” if not.
officer-accepted = ✅ You have accepted. From now on /officer opens this menu.
officer-accepted-before = You have accepted this invitation before.
officer-not-me = All right, nothing has changed. Please give the link back to whoever gave it to you, so that the right person opens it.
officer-menu =
    📇 <b>{ $kind }</b>
    Unit: { $unit }{ $has_point ->
        [yes] {"\u000A"}Contact point: { $point }
       *[no] {""}
    }{ $has_until ->
        [yes] {"\u000A"}Until { $until }, that day included
       *[no] {""}
    }{ $has_lines ->
        [yes] {"\u000A\u000A"}{ $lines }
       *[no] {""}
    }
officer-menu-event = The event now: { $title }
officer-menu-behalf = ✍️ Write for somebody
officer-menu-entries = 📋 What I entered
officer-menu-visits = 🔔 Word to bring
officer-menu-calls = 📣 Requests
officer-menu-quota = 📊 How far I am
officer-menu-paper = 📄 Letter on paper
officer-menu-offline = 📴 Without signal
officer-menu-form = 💬 By one message
officer-menu-sheet = 📑 By spreadsheet
officer-menu-unfinished_line = ✍️ Unfinished for others: { $count }. Tap “Write for somebody” to go on.
officer-menu-visits_line = 🔔 { $count ->
        [one] One thing to tell in person
       *[other] { $count } things to tell in person
    }{ $late ->
        [0] {""}
       *[other] , { $late } past the day
    }.
officer-menu-calls_line = 📣 { $count ->
        [one] One request
       *[other] { $count } requests
    }{ $unread ->
        [0] {""}
       *[other] , { $unread } not read yet
    }.
officer-menu-occasions = 📍 Choose today's event
officer-menu-lookup = 🔎 Look up for somebody
officer-menu-words = What you said was not kept. Please tap a button below.
officer-occasions =
    📍 <b>Today's events</b>
    { $any ->
        [yes] At which one are you collecting? What you enter is counted for it until you choose another or it ends.
       *[no] No event is put down for today. The office can add one in the console.
    }{ $chosen ->
        [yes] {"\u000A"}Now: { $title }
       *[no] {""}
    }
officer-occasions-none = At no event
officer-collecting = 📍 From now on what you enter is counted for “{ $title }”.
officer-collecting-nowhere = From now on what you enter is counted for no event.
officer-lookup =
    🔎 <b>Look up for somebody</b>
    Type the number and the query code of their slip, for example: CQ2024-000012 ABCD2345
    You can read the answer out to them. You will get no messages about that suggestion.
officer-found =
    <b>{ $number }</b>

    { $told }{ $has_due ->
        [yes] {"\u000A"}The answer comes by { $due }.
       *[no] {""}
    }
officer-found-again = Please type number and query code once more.
officer-found-another = 🔎 Look up another one
officer-told-registered = Your suggestion has arrived. The office is looking which unit should get it.
officer-told-forwarded = Your suggestion went to { $unit }. They have yet to begin.
officer-told-signed = { $unit } is working on it.
officer-told-replied = It has been answered.
officer-told-reply = The outcome: { $outcome }. { $text }
officer-told-returned = Something in it needs changing. An officer comes to tell you what.
officer-told-diverted = This belongs to another office. The officer tells you which one.
officer-told-merged = Somebody said the same. Both are handled together.
officer-told-withdrawn = It was taken back. Nobody handles it any more.
officer-told-closed = It is finished.
officer-slip = 🖨 Print a slip
officer-slip-file = slip-{ $number }
officer-slip-sent = 🖨 The slip of { $number } is above: a picture, and a PDF to print.
help-officer-invited = This is an appointment offered to somebody: accept it if you are the one, else tap “Not me”.
help-officer-menu = 👉 Now: to enter one person after another, tap “Write for somebody”; for many at once use one message, the spreadsheet, or the page that works without signal. Above stands what waits for you.
help-officer-occasions = Choose at which event you are collecting today; if at none, tap “At no event”.
help-officer-lookup = Type the number and the query code of somebody's slip to see how far it is.
help-officer-found = Read the words above out; you can print the slip once more.

## Pushes

officer-changed = 📇 Your appointment has changed. Unit: { $unit }{ $has_point ->
        [yes] ; contact point: { $point }
       *[no] {""}
    }{ $has_until ->
        [yes] ; until { $until }, that day included
       *[no] ; no end
    }.
officer-ended = 📇 Your appointment by { $unit } has ended; you can make no more suggestions for others. Thank you for your work. If this is a surprise, please ask the unit.
officer-ending = 📇 Your appointment by { $unit } ends in { $days } days; the last day is { $until }. If you wish to go on, ask the unit to extend it.
officer-ending-office = 📇 { $unit }: the appointment of an officer (no. { $officer }) ends in { $days } days; the last day is { $until }. Extend it in the console under “Officers”, or let it end.

## The command line

cli-officer-invited = Appointed, id { $id }. The invitation is shown only this once and is good for { $days } days:
cli-officer-ended = The appointment { $id } has ended.
cli-officer-none = There are no officers yet.
