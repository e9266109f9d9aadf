# Targeted collection and quotas: chat, pushes, console

# Chat: targeted collection
calls-listed =
    📣 <b>What you are asked for</b>

    { $any ->
        [yes] { $count } in all, the soonest due first. Tap one to read it and to write.
       *[no] You are asked for nothing now. You will be told here when you are.
    }
calls-row = { $read ->
        [yes] {""}
       *[no] {"🆕 "}
    }{ $title } ({ $when ->
        [later] days left: { $days }
       *[today] last day today
    })
calls-one =
    📣 <b>{ $title }</b>
    { $campaign }

    { $words }

    Topics:
    { $topics }{ $guided ->
        [yes] {"\u000A\u000A"}What makes a good suggestion:{"\u000A"}{ $guidance }
       *[no] {""}
    }

    { $when ->
        [over] ⏹ This is over; no new suggestions are taken for it.
        [today] ⏰ Today, { $due }, is the last day.
       *[later] ⏰ Until { $due }; days left: { $days }.
    }
    You have sent { $came }.
calls-one-other = ✍️ Write for somebody else
calls-one-own = 📝 Write my own suggestion
calls-to-list = 📣 Everything you are asked for
calls-topic =
    📣 <b>{ $title }</b>

    { $other ->
        [yes] On which topic do you write for somebody else?
       *[no] On which topic is your own suggestion?
    }
calls-begun = 📣 You are writing for “{ $title }”; theme and topic are chosen.
calls-words-not-here = 👇 Those words were not kept. To write a suggestion, tap a button first.
push-call = 📣 Open the request
help-calls-listed = 👉 Now: tap one to read what is asked and to write.
help-calls-one = 👉 Now: read what is asked, then tap “Write for somebody else” or “Write my own suggestion”.
help-calls-topic = 👉 Now: tap a topic, and writing begins.
call-made =
    📣 { $of_unit ->
        [yes] Your unit
       *[no] The collection office
    } asks you to collect suggestions on “{ $title }”.
    { $when ->
        [over] This is over.
        [today] Today, { $due }, is the last day.
       *[later] Until { $due }; days left: { $days }.
    }
call-reminded =
    📣 A reminder: you have not opened “{ $title }” yet.
    { $when ->
        [over] This is over.
        [today] Today, { $due }, is the last day.
       *[later] Until { $due }; days left: { $days }.
    }
call-extended =
    📣 The last day of “{ $title }” has moved.
    { $when ->
        [over] This is over.
        [today] It is today, { $due }.
       *[later] It is now { $due }; days left: { $days }.
    }
call-due =
    ⏰ Nothing has come from you for “{ $title }” yet.
    { $when ->
        [over] This is over.
        [today] Today, { $due }, is the last day.
       *[later] Until { $due }; days left: { $days }.
    }

# Chat: quotas
quotas-standing =
    📊 <b>How far the quotas are</b>

    { $any ->
        [yes] { $lines }
       *[no] Neither your unit nor you have a quota now.
    }
quotas-standing-again = 🔄 Count again
quotas-words-not-here = 👇 Those words were not kept. Send /behalf to write for somebody, /calls to see what you are asked for.
help-quotas-standing = 👉 Now: read how far the quotas are, counted a moment ago.
quota-line = • { $whose }, { $name }: { $aimed ->
        [yes] { $reached }/{ $target }
       *[no] { $reached }
    }{ $aimed ->
        [yes] { $met ->
            [yes] {" ✅"}
           *[no] {""}
        }
       *[no] {""}
    }{ $share ->
        [unit] , of them yours { $own }
        [district] , of them yours { $own }
       *[officer] {""}
    }{ $known ->
        [yes] , last year by this day { $last }
       *[no] {""}
    }{ $ends ->
        [open] {""}
        [today] , last day today
       *[later] , days left: { $days }
    }
quota-whose-district = your district
quota-whose-unit = your unit
quota-whose-officer = you
quota-share-campaign = Whole campaign
quota-share-district = Districts
quota-share-unit = Units
quota-share-officer = Officers
quota-due =
    📊 { $any ->
        [yes] A quota ends soon and is not reached yet:
       *[no] The quotas that end soon are reached. Thank you.
    }
    { $lines }{ $rest ->
        [yes] {"\u000A"}And { $more } more.
       *[no] {""}
    }
    Send /quota at any time to look.
quota-lead =
    📊 { $any ->
        [yes] Quotas of your units end soon and are not reached yet:
       *[no] The quotas of your units that end soon are reached.
    }
    { $lines }{ $rest ->
        [yes] {"\u000A"}And { $more } more.
       *[no] {""}
    }
    The console has all of it under “Quotas”.

# Refusals
call-missing = There is no such request, or it was not put to you. Send /calls to see yours.
call-over = This request is over. Choose another one from the list; your suggestion can be sent at any time as any other.
call-nobody = No officer in office fits. Widen unit, district, expertise or kind, then press “Show who”.
call-look-again = { $count } fit now, which differs from what you were shown. Check the names below, then send.
call-topics-missing = Please choose one topic at least.
call-topics-many = At most { $maximum } topics can be asked for at once. Take some out, or ask twice.
call-title-missing = Please give it a title; the officers' notification says it.
call-title-too-long = The title has { $length } characters, at most { $maximum } fit. Please shorten it.
call-words-missing = Please say what is asked for.
call-words-too-long = The text has { $length } characters, at most { $maximum } fit. Please shorten it.
call-day-earlier = The new last day cannot be before the old one. To end it sooner, use “End it”.
baseline-heads-missing = These columns are missing: { $heads }. Write the names of the columns into the first row, then upload it again.
baseline-quota-unknown = Line { $line }: there is no quota “{ $said }”. There are: { $known }. Put it right and upload the whole file again.
baseline-share-unknown = Line { $line }: “{ $said }” is not known. Write campaign, district, unit or officer, and upload the whole file again.
baseline-unit-unknown = Line { $line }: there is no unit with the key “{ $said }”. Write a unit's key and upload the whole file again.
baseline-officer-unclear = Line { $line }: write the officer's number, in figures, and upload the whole file again.
baseline-of-missing = Line { $line }: write the name of the district, at most 64 characters, and upload the whole file again.
baseline-day-unclear = Line { $line }: “{ $said }” is no date. Write it like 2023-08-15 and upload the whole file again.
baseline-count-unclear = Line { $line }: “{ $said }” is no count. Write a whole number and upload the whole file again.

# Columns of last year's figures
baseline-column-quota = Quota
baseline-column-share = Share
baseline-column-of = Of
baseline-column-day = Day
baseline-column-count = Count
cli-baseline-loaded = Last year's figures are loaded: { $new } new, { $changed } changed, { $same } as they were.
cli-baseline-unreadable = The file { $file } cannot be opened: { $reason }. Check its path and rights, then try again.

# Console: targeted collection
console-calls = Requests to officers
console-calls-lead = Choose topics and officers and ask them for suggestions by a day; who has read and who has answered stands here.
console-calls-new = New request
console-calls-none = There is no request yet.
console-calls-no-campaign = No campaign takes suggestions now, so nobody can be asked.
console-calls-column-title = Title
console-calls-column-campaign = Campaign
console-calls-column-due = Last day
console-calls-column-asked = Asked
console-calls-column-read = Read
console-calls-column-answered = Answered
console-calls-column-answers = Suggestions
console-calls-column-officer = Officer
console-calls-column-unit = Unit
console-calls-column-district = District
console-calls-column-kind = Kind
console-calls-left = { $days ->
        [0] last day today
        [one] { $days } day left
       *[other] { $days } days left
    }
console-calls-open = Open
console-calls-closed = Ended
console-calls-over = Over
console-calls-unread = not read
console-calls-gone = (forgotten)
console-calls-by = Asked by
console-calls-what = What is asked for
console-calls-title-hint = It stands in the notification: no personal data.
console-calls-words = What the officers are to know
console-calls-topics = Topics (at most { $most })
console-calls-guidance = The guidance officers will read
console-calls-whom = Whom to ask
console-calls-whom-lead = Only those in office are asked. What is left empty does not narrow; see who it is before you send.
console-calls-unit = Unit, with those below
console-calls-expertise = Expertise
console-calls-count = { $count ->
        [one] { $count } officer fits
       *[other] { $count } officers fit
    }
console-calls-more = { $count } more are not listed.
console-calls-look = Show who
console-calls-send = Send to { $count }
console-calls-who = Who was asked
console-calls-file = Save the list
console-calls-file-hint = The file has the officers' numbers and no names.
console-calls-remind = Remind those who have not read
console-calls-remind-hint = Each at most once a day.
console-calls-remind-do = Remind
console-calls-extend = Give more time
console-calls-extend-do = Move to this day
console-calls-close = End it
console-calls-close-hint = Nothing new is taken then; what is being written can still be sent.
console-calls-close-do = End
console-calls-done-made = Sent. The officers are told in their chats.
console-calls-done-reminded = Reminded: { $count }.
console-calls-done-extended = The last day has moved; those who have not answered are told.
console-calls-done-closed = This request has ended.

# Console: quotas
console-quotas = Quotas
console-quotas-lead = Counted by the campaign's rules a moment ago, the lowest first.
console-quotas-none = No campaign has quotas.
console-quotas-nobody = There is no quota here that you may see.
console-quotas-campaign = Campaign
console-quotas-shares = Counted by
console-quotas-lacking = { $lacking } of { $total } are not reached yet.
console-quotas-column-of = Of
console-quotas-column-quota = Quota
console-quotas-column-reached = Reached
console-quotas-column-target = Target
console-quotas-column-last = Last year by this day
console-quotas-column-days = Time left
console-quotas-met = reached
console-quotas-lacks = { $count } lacking
console-quotas-over = over
console-quotas-file = Save as Excel
console-quotas-baseline = Load last year's figures
console-quotas-baseline-lead = Excel or CSV, the first row names the columns: { $columns }. The share is campaign, district, unit or officer; “of” is a unit's key, a district's name or an officer's number; the count is all there was by that day. One wrong line, and nothing of the file is loaded.
console-quotas-sheet = File
console-quotas-baseline-do = Load
console-quotas-loaded = Last year's figures are loaded: { $new } new, { $changed } changed, { $same } as they were.
