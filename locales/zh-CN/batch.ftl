# 信息员一次交多件：一条消息、一张表格、一封来信的照片。
# 每项的叫法，用竖线分开；第一个写在表上。
batch-field-theme = 主题 | 征集主题
batch-field-topic = 议题
batch-field-scope = 范围 | 针对范围
batch-field-name = 姓名 | 建议人 | 名字
batch-field-contact = 电话 | 联系方式 | 联系电话 | 手机 | 手机号
batch-field-identity = 类别 | 身份
batch-field-work_unit = 单位 | 工作单位
batch-field-school = 学校
batch-field-address = 地址 | 住址 | 联系地址
batch-field-consent = 同意 | 是否同意
batch-field-day = 日期 | 收到日期
batch-field-text = 建议 | 建议内容 | 内容
batch-consent-spoken = 口头 | 口头同意 | 当面口头
batch-consent-paper = 书面 | 书面同意 | 已签字
batch-none = 无 | 没有 | 暂无 | 无电话 | - | /
batch-other = 其他 | 其它 | 其他方面

batch-form-intro =
    📝 <b>一条消息交建议</b>
    复制下面这段，照着填，发回来就行。几位村民的可以写在一条消息里，每件之间空一行或写一行 ---。
    “建议”放最后，可以写好几行。没有电话就写“无”；用不着的行可以删掉。

    <b>主题</b>写编号或名称：
    { $themes }{ $scopes ->
        [no] {""}
       *[other]
            {""}

            <b>范围</b>（必填）：{ $scopes }
    }
batch-form-line = { $field }：{ $value }
batch-form-example-name = 张三
batch-form-example-text = （例子）在示例社区的公交站加装遮阳棚。

batch-report =
    { $new ->
        [0] 没有收下新的建议。
       *[other] ✅ <b>收下 { $new } 件</b>
    }{ $known ->
        [0] {""}
       *[other] {"\u000A"}☑️ 有 { $known } 件以前就收下了，没有重复登记。
    }{ $refused ->
        [0] {""}
       *[other] {"\u000A"}❌ <b>{ $refused } 件没有收</b>，原因见下面。改好再发，只补没收的。
    }
batch-report-taken = { $place }. { $name } 编号 <code>{ $number }</code> 查询码 <code>{ $code }</code>{ $known ->
        [yes] （以前已收）
       *[no] {""}
    }{ $guessed ->
        [no] {""}
       *[other] （按“{ $guessed }”理解，不对请联系征集办）
    }
batch-report-refused = ❌ 第 { $place } 件没有收：{ $reason }
batch-report-mend = 复制下面这段，改好发回来：
batch-report-edited = ✏️ 改过的消息重新看了一遍。已经收下的不会因为修改而变；要改已收下的，请联系征集办退回补正。

batch-label-twice = “{ $field }”写了两次，分不清是一件还是两件。两件建议之间请空一行或写一行 ---。
batch-loose = 有几行文字不知道属于哪一件。建议内容里请不要用 --- 分行；把这几行放回“建议”后面。
batch-cut = 消息太长，手机可能从这里截断了。请把这一件单独发一次。
batch-own-page = 这个聊天渠道不收个人资料，所以不能这样交。请联系征集办，换一个渠道。
batch-theme-missing =
    没有写主题。请写编号或名称：
    { $names }
batch-theme-unknown =
    没有“{ $said }”这个主题。请写编号或名称：
    { $names }
batch-topic-unknown = “{ $theme }”下没有“{ $said }”这个议题。请写议题编号（{ $names }），或写“其他”。
batch-scope-missing = 没有写范围，它决定转给谁办。请加一行“范围：”，写：{ $names }。
batch-choice-unknown = “{ $field }”里没有“{ $said }”。请写其中一个，或删掉这一行：{ $names }。
batch-text-missing = 没有写建议内容。请写在“建议：”后面。
batch-consent-unknown = “同意”一行写的“{ $said }”看不懂。请写“口头”或“书面”。
batch-day-unclear = 日期“{ $said }”看不懂。请写成 2024-07-20 的样式。
batch-in-already = 这一件已收下，编号 { $number }，这里的修改没有采用。要改，请联系征集办退回补正。
batch-photos-several = 带照片的消息只能写一件建议，不知道照片是谁的。请一件一件发，照片跟着各自的建议。
batch-photo-not-kept = 照片没有收，所以这一件也没有收，原因见上面。换一张照片连同文字再发，或只发文字。
batch-photo-added = 📎 照片已加到 { $number }。
batch-photo-refused = 这组照片的建议没有收，这张照片也没有留。改好文字后，请连同照片一起重新发。
batch-citizen-kept = 这种写法是信息员代别人提建议用的。您的建议内容已经保存，接下来按提示一步一步填就行，姓名电话后面会问。
batch-no-campaign = 现在没有开放的征集活动，什么也没有收。请等开放后再发，或联系征集办。

batch-sheet-title = 建议登记表
batch-sheet-taken = 编号和查询码
batch-sheet-mend = 没收的行
batch-sheet-reason = 没收的原因
batch-sheet-line = 行号
batch-sheet-number = 编号
batch-sheet-code = 查询码
batch-sheet-guessed = 理解为
batch-sheet-how = 📄 每行一件，填好发回来。最多 { $maximum } 行，不要合并单元格，不要写公式；第二行是例子，可以删掉。
batch-sheet-progress = ⏳ 正在登记：{ $done } / { $of } 行。不用等，登记完会告诉您。
batch-sheet-refused = ❌ 这个表格没有收。{ $reason }
batch-sheet-too-large = 文件超过 { $megabytes } MB。请拆成几个，逐个发。
batch-sheet-too-long = 超过 { $maximum } 行。请拆成几个，逐个发。
batch-sheet-row-too-long = 有一行超过 { $maximum } 字。请检查分隔符和引号，或另存为 .xlsx 再发。
batch-sheet-cell-too-long = “{ $field }”超过 { $maximum } 字。请缩短后再发。
batch-sheet-old = 这是旧格式（.xls、.et）或带密码的表格。请另存为不带密码的 .xlsx 再发。
batch-sheet-empty = 表格里没有填写的行。请填好再发；空表用 /sheet 领取。
batch-sheet-damaged = 文件打不开：已损坏，或不是表格。请另存为 .xlsx 或 CSV 再发。
batch-sheet-bomb = 文件展开后太大。请只留要登记的行，另存后再发。
batch-sheet-macros = 里面有宏（小程序）。请另存为不带宏的 .xlsx 再发。
batch-sheet-active = 里面有外部链接或嵌入的东西。请把文字复制到 /sheet 领的空表里再发。
batch-sheet-encrypted = 文件加了密码。请去掉密码后再发。
batch-sheet-merged = 有合并的单元格，分不清哪行是谁的。请取消合并，每行一件，再发。
batch-sheet-heads = 缺少“{ $field }”一列。请用 /sheet 领的空表，不要改第一行。
batch-sheet-heads-twice = 第一行有一列写了两次。请删掉一列，或用 /sheet 领的空表。
batch-sheet-formula = 这一行有公式。请改成文字（复制后“粘贴为数值”）。
batch-hint-theme = 从列表选，或写编号、名称。必填。
batch-hint-topic = 从列表选，或写编号；不知道就空着。
batch-hint-scope = 从列表选；列表有内容就必填。
batch-hint-name = 提建议的人的真实姓名。必填。
batch-hint-contact = 手机或带区号的座机；没有就写“无”。
batch-hint-identity = 从列表选，可空。
batch-hint-work_unit = 可空。
batch-hint-school = 可空。
batch-hint-address = 没有电话的人请写住址，方便上门告知。
batch-hint-consent = 本人当面口头同意，还是签了书面同意。空着算口头。
batch-hint-day = 听到建议的日期，如 2024-07-20；空着算今天。
batch-hint-text = 建议内容，一行一件。必填。

batch-paper-begun = 📄 请把信或登记表拍清楚发来，可以发几张；本人在纸上签字同意的，发完照片点“书面签字”。接着替写信人回答下面的问题。
batch-paper-first = 📷 请先把信或登记表拍照发来，再点“书面签字”。
proposal-nothing = 照片已作为附件保存，但没有认出文字。请照着原件把建议内容写出来。
proposal-made = 🔎 <b>机器认的字，可能有错，还没有写进建议。</b>请对照原件看：
proposal-made-use = 用这段，再改
proposal-made-own = 不用，我自己写
proposal-used = 已放进建议内容，还没有发送。请对照原件：有错就复制上面那段，点“全部删掉重写”，把改好的发来。
proposal-declined = 没有用机器认的字。请照着原件写建议内容。
proposal-missing = 这段机器认的字已经处理过，或这条建议已发送。请看下面。
proposal-unread = 这里面有机器认的字。请对照原件看一遍：没有错，点“已对照原件看过”；有错，点“改内容”。
suggest-preview-read = 👁 已对照原件看过，没有错
cli-recognition-missing = 打开了文字识别（JINDIANZI_TEXT_RECOGNITION），但没有安装 { $libraries }。请安装附加组件 ocr（pip install ".[ocr]"），或关掉这个设置。
