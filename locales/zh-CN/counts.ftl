# 定向征集和任务数：聊天、推送、管理台

# 聊天：定向征集
calls-listed =
    📣 <b>向您征集的建议</b>

    { $any ->
        [yes] 共 { $count } 项，先截止的在前。点一项查看并填写。
       *[no] 现在没有向您征集的内容。有新的会在这里通知您。
    }
calls-row = { $read ->
        [yes] {""}
       *[no] {"🆕 "}
    }{ $title }（{ $when ->
        [later] 还有 { $days } 天
       *[today] 今天截止
    }）
calls-one =
    📣 <b>{ $title }</b>
    { $campaign }

    { $words }

    议题：
    { $topics }{ $guided ->
        [yes] {"\u000A\u000A"}怎样写好：{"\u000A"}{ $guidance }
       *[no] {""}
    }

    { $when ->
        [over] ⏹ 这次征集已经结束，不再收新的建议。
        [today] ⏰ 今天（{ $due }）截止。
       *[later] ⏰ { $due }截止，还有 { $days } 天。
    }
    您已提交 { $came } 件。
calls-one-other = ✍️ 为别人代录
calls-one-own = 📝 写我自己的建议
calls-to-list = 📣 所有征集
calls-topic =
    📣 <b>{ $title }</b>

    { $other ->
        [yes] 要为别人代录哪个议题的建议？
       *[no] 您自己的建议写哪个议题？
    }
calls-begun = 📣 按“{ $title }”填写，主题和议题已经选好。
calls-words-not-here = 👇 这些话没有保存。要写建议，请先点按钮。
push-call = 📣 打开征集
help-calls-listed = 👉 现在：点一项征集，查看要求并填写。
help-calls-one = 👉 现在：看清要求，再点“为别人代录”或“写我自己的建议”。
help-calls-topic = 👉 现在：点一个议题，就开始填写。
call-made =
    📣 { $of_unit ->
        [yes] 您的单位
       *[no] 征集办
    }请您围绕“{ $title }”征集建议。
    { $when ->
        [over] 这次征集已经结束。
        [today] 今天（{ $due }）截止。
       *[later] { $due }截止，还有 { $days } 天。
    }
call-reminded =
    📣 提醒：“{ $title }”您还没有打开看。
    { $when ->
        [over] 这次征集已经结束。
        [today] 今天（{ $due }）截止。
       *[later] { $due }截止，还有 { $days } 天。
    }
call-extended =
    📣 “{ $title }”的截止日期改了。
    { $when ->
        [over] 这次征集已经结束。
        [today] 改为今天（{ $due }）截止。
       *[later] 改为{ $due }截止，还有 { $days } 天。
    }
call-due =
    ⏰ “{ $title }”还没有收到您的建议。
    { $when ->
        [over] 这次征集已经结束。
        [today] 今天（{ $due }）截止。
       *[later] { $due }截止，还有 { $days } 天。
    }

# 聊天：任务数
quotas-standing =
    📊 <b>任务完成情况</b>

    { $any ->
        [yes] { $lines }
       *[no] 现在没有您的单位或您本人的任务。
    }
quotas-standing-again = 🔄 重新统计
quotas-words-not-here = 👇 这些话没有保存。要代录请发送 /behalf，要看征集请发送 /calls。
help-quotas-standing = 👉 现在：查看任务完成情况。数字是刚刚统计的。
quota-line = • { $whose } { $name }：{ $aimed ->
        [yes] { $reached }/{ $target }
       *[no] { $reached }
    }{ $aimed ->
        [yes] { $met ->
            [yes] {" ✅"}
           *[no] {""}
        }
       *[no] {""}
    }{ $share ->
        [unit] ，其中您 { $own }
        [district] ，其中您 { $own }
       *[officer] {""}
    }{ $known ->
        [yes] ，去年同日 { $last }
       *[no] {""}
    }{ $ends ->
        [open] {""}
        [today] ，今天截止
       *[later] ，还有 { $days } 天
    }
quota-whose-district = 本区县
quota-whose-unit = 本单位
quota-whose-officer = 您本人
quota-share-campaign = 整个活动
quota-share-district = 区县
quota-share-unit = 单位
quota-share-officer = 信息员
quota-due =
    📊 { $any ->
        [yes] 任务快到期，还没有完成：
       *[no] 快到期的任务已经完成，谢谢您。
    }
    { $lines }{ $rest ->
        [yes] {"\u000A"}还有 { $more } 项。
       *[no] {""}
    }
    随时发送 /quota 查看。
quota-lead =
    📊 { $any ->
        [yes] 您的单位有任务快到期，还没有完成：
       *[no] 您的单位快到期的任务已经完成。
    }
    { $lines }{ $rest ->
        [yes] {"\u000A"}还有 { $more } 项。
       *[no] {""}
    }
    详细情况请看管理台“任务数”。

# 不能这样做
call-missing = 没有这项征集，或者不是向您征集的。请发送 /calls 查看。
call-over = 这项征集已经结束。请在列表里选其他征集；您的建议随时可以按普通建议提交。
call-nobody = 没有符合条件的在任信息员。请放宽单位、区县、专长或类别，再点“看看有谁”。
call-look-again = 符合条件的现在有 { $count } 人，和刚才看到的不同。请核对下面的名单，再点发送。
call-topics-missing = 请至少选一个议题。
call-topics-many = 一次最多选 { $maximum } 个议题。请去掉几个，或者分两次征集。
call-title-missing = 请填写标题，信息员收到的通知里会写它。
call-title-too-long = 标题有 { $length } 个字，最多 { $maximum } 个字。请写短一些。
call-words-missing = 请写明要征集什么。
call-words-too-long = 说明有 { $length } 个字，最多 { $maximum } 个字。请写短一些。
call-day-earlier = 新的截止日期不能早于原来的日期。要提前结束，请用“结束征集”。
baseline-heads-missing = 表里缺少这些列：{ $heads }。请在第一行写上列名，再重新上传。
baseline-quota-unknown = 第 { $line } 行：没有任务“{ $said }”。可以写：{ $known }。改好后请重新上传整个文件。
baseline-share-unknown = 第 { $line } 行：不认识“{ $said }”。请写 campaign、district、unit 或 officer。改好后请重新上传整个文件。
baseline-unit-unknown = 第 { $line } 行：没有代码为“{ $said }”的单位。请写单位的代码，改好后重新上传整个文件。
baseline-officer-unclear = 第 { $line } 行：请写信息员的编号（数字），改好后重新上传整个文件。
baseline-of-missing = 第 { $line } 行：请写区县的名称，最多 64 个字，改好后重新上传整个文件。
baseline-day-unclear = 第 { $line } 行：“{ $said }”不是日期。请写成 2023-08-15 这样，改好后重新上传整个文件。
baseline-count-unclear = 第 { $line } 行：“{ $said }”不是件数。请写一个整数，改好后重新上传整个文件。

# 去年数据的列名
baseline-column-quota = 任务
baseline-column-share = 口径
baseline-column-of = 对象
baseline-column-day = 日期
baseline-column-count = 件数
cli-baseline-loaded = 去年的数据已载入：新增 { $new } 行，更改 { $changed } 行，相同 { $same } 行。
cli-baseline-unreadable = 打不开文件 { $file }：{ $reason }。请检查路径和权限后再试。

# 管理台：定向征集
console-calls = 定向征集
console-calls-lead = 选定议题和信息员，请他们在限期内征集建议；谁看过、谁提交了，都在这里。
console-calls-new = 新的定向征集
console-calls-none = 还没有定向征集。
console-calls-no-campaign = 现在没有正在进行的征集活动，不能发起定向征集。
console-calls-column-title = 标题
console-calls-column-campaign = 征集活动
console-calls-column-due = 截止日期
console-calls-column-asked = 已请人数
console-calls-column-read = 已读
console-calls-column-answered = 已提交人数
console-calls-column-answers = 建议件数
console-calls-column-officer = 信息员
console-calls-column-unit = 单位
console-calls-column-district = 区县
console-calls-column-kind = 类别
console-calls-left = { $days ->
        [0] 今天截止
       *[other] 还有 { $days } 天
    }
console-calls-open = 进行中
console-calls-closed = 已结束
console-calls-over = 已过期
console-calls-unread = 未读
console-calls-gone = （已注销）
console-calls-by = 发起单位
console-calls-what = 征集什么
console-calls-title-hint = 会出现在推送通知里，不要写个人信息。
console-calls-words = 征集要求
console-calls-topics = 议题（最多 { $most } 个）
console-calls-guidance = 信息员会看到的写作要求
console-calls-whom = 请谁征集
console-calls-whom-lead = 只请在任的信息员和代理员。条件留空表示不限；先看看有谁，再发送。
console-calls-unit = 单位（含下级）
console-calls-expertise = 专长
console-calls-count = 符合条件的共 { $count } 人
console-calls-more = 另有 { $count } 人没有列出。
console-calls-look = 看看有谁
console-calls-send = 发送给 { $count } 人
console-calls-who = 请了谁
console-calls-file = 保存名单
console-calls-file-hint = 文件里是信息员的编号，没有姓名。
console-calls-remind = 提醒未读的人
console-calls-remind-hint = 每人每天最多提醒一次。
console-calls-remind-do = 提醒
console-calls-extend = 延长期限
console-calls-extend-do = 改到这一天
console-calls-close = 结束征集
console-calls-close-hint = 结束后不再收新的，正在写的仍可提交。
console-calls-close-do = 结束
console-calls-done-made = 已发送，信息员会在聊天里收到。
console-calls-done-reminded = 已提醒 { $count } 人。
console-calls-done-extended = 截止日期已更改，还没有提交的人会收到通知。
console-calls-done-closed = 这项征集已结束。

# 管理台：任务数
console-quotas = 任务数
console-quotas-lead = 按征集活动的规则统计，完成最少的在前。数字是刚刚统计的。
console-quotas-none = 现有的征集活动没有规定任务数。
console-quotas-nobody = 这里没有您能看到的任务。
console-quotas-campaign = 征集活动
console-quotas-shares = 按什么统计
console-quotas-lacking = 共 { $total } 项，{ $lacking } 项还没有完成。
console-quotas-column-of = 对象
console-quotas-column-quota = 任务
console-quotas-column-reached = 完成
console-quotas-column-target = 目标
console-quotas-column-last = 去年同日
console-quotas-column-days = 剩余时间
console-quotas-met = 已完成
console-quotas-lacks = 还差 { $count }
console-quotas-over = 已截止
console-quotas-file = 保存为 Excel
console-quotas-baseline = 载入去年的数据
console-quotas-baseline-lead = Excel 或 CSV，第一行写列名：{ $columns }。口径写 campaign、district、unit 或 officer；对象写单位代码、区县名称或信息员编号；件数是到当天为止的累计数。有一行不对，整个文件都不会载入。
console-quotas-sheet = 文件
console-quotas-baseline-do = 载入
console-quotas-loaded = 去年的数据已载入：新增 { $new } 行，更改 { $changed } 行，相同 { $same } 行。
