# 答复的起草、审核、发出、更正、送达，与建议人的沟通，内部备注，答复模板。
reply-needs-approval = 这次征集规定，答复要先经审核。请在建议页面写好答复，点“提交审核”。
reply-needs-no-approval = 这次征集的答复不用审核，请直接点“发出答复”。
reply-draft-changed = 别人在您之后改过这份答复。您写的还在下面，请对照改好再提交。
reply-draft-handed-in = 这份答复已经提交审核，现在不能改。请等审核人同意或退回。
reply-draft-missing = 没有等待审核的答复，可能已经退回。请刷新页面再看。
reply-draft-elsewhere = 这份答复现在不在您这一步，请刷新页面再看。
reply-missing = 没有这份答复，请刷新页面再看。
reply-delivered-already = 这份答复已经送达建议人，不用再登记当面告知。
contact-mode-missing = 请选择方式：见面、电话或视频。
contact-outcome-missing = 请写下沟通的情况和结果。
day-missing = 请选择日期。
day-not-then = 日期应在收到建议那天到今天之间，请重新选择。
note-empty = 请写下备注的内容。
note-missing = 没有找到您写的这条备注，请刷新页面再看。
note-too-late = 备注只能在写下后 { $minutes } 分钟内修改或删除。请另写一条说明。
template-missing = 没有找到这个模板，或者它不归您管。请刷新页面再看。
template-title-missing = 请填写模板的名称。
template-title-too-long = 模板名称太长：{ $length } 字，最多 { $maximum } 字。
template-title-taken = 已有名为“{ $title }”的模板，请换一个名称，或修改原来的那个。
template-text-missing = 请填写模板的内容。
reply-empty-phrases =
    已转有关部门
    已转相关部门
    已转交有关部门
    我们将认真研究
    我们会认真研究
    将予以研究
    将积极考虑
    我们将进一步加强
    感谢您的关心和支持
    如有疑问请咨询相关部门
reply-negative-template =
    感谢您提出这条建议。您的想法出发点很好，我们很重视。
    关于这件事，现在的情况是：（请说明做过哪些了解、依据哪个文件或规定。）
    这条建议暂时不能采纳，原因是：（请在“理由”一栏说明。）今后条件具备时，（请说明会怎样做。）

# 答复
console-reply-steps = 发出之前：{ $steps ->
    [lead] 单位负责人审核后发出。
    [office] 征集办审核后发出。
   *[lead-office] 单位负责人审核，再由征集办审核后发出。
}
console-reply-saved = { $who } 保存于 { $at }
console-reply-theirs = { $who } 在 { $at } 保存的内容
console-reply-given-back = 这份答复被退回：{ $reason }
console-reply-hints = 发出前请再看一看
console-reply-hints-lead = 这些只是提醒。确认不用改，再点一次按钮即可。
console-hint-empty-phrase = 有空话、套话，请写清做了什么、由谁负责、什么时候办好：
console-hint-no-basis = 没有写到依据（文件、规定）或日期。
console-hint-off-the-point = 好像没有回应建议里说的事，请对照建议的要点。
console-hint-no-contact = 还没有与建议人沟通的记录。
console-outcome-letter = { $letter } 类
console-reply-negative = 填入不采纳的写法（先感谢，再解释，最后说明理由）
console-reply-files = 随答复发出的附件
console-reply-file = 添加附件
console-reply-file-hint = 最多 { $most } 个，每个不超过 { $size }；会做安全检查。建议人在“我的建议”里可以下载。
console-reply-file-remove = 去掉附件《{ $name }》
console-remove = 去掉
console-reply-save = 保存草稿
console-reply-discard = 放弃草稿
console-reply-hand-in = 提交审核
console-reply-draft-writing = 正在起草
console-reply-draft-with-lead = 等单位负责人审核
console-reply-draft-with-office = 等征集办审核
console-reply-approve = 同意，交征集办审核
console-reply-approve-send = 同意并发出答复
console-reply-why = 退回的理由
console-reply-give-back = 退回修改
console-reply-correct = 更正答复
console-reply-correct-lead = 已发出的答复不能改。更正会作为一份新的答复发给建议人，原来的仍然保留。
console-reply-correct-do = 写一份更正
console-reply-correcting = 更正后的答复
console-given-earlier = 先前的答复
console-told = 已当面告知：{ $mode }，{ $day }，由 { $who } 登记
console-told-form = 登记当面告知
console-told-do = 登记
console-reply-find = 查找模板和以往的答复
console-reply-find-hint = 写几个词，用空格隔开。查找时会先保存草稿。
console-reply-find-do = 查找
console-reply-find-nothing = 没有找到。请少写几个词，或换个说法。
console-reply-find-put = 加到答复里
console-template = 模板
console-replies = 待办答复
console-replies-lead = 您单位正在起草、或被退回修改的答复。
console-replies-lead-unit = 等您审核的答复，最早的在前。
console-replies-lead-office = 等征集办审核的答复，最早的在前。
console-replies-none = 现在没有。
console-event-reply-handed-in = 提交审核
console-event-reply-approved = 审核同意
console-event-reply-given-back = 退回修改
console-event-reply-discarded = 放弃答复草稿
console-event-reply-corrected = 更正答复
console-event-contacted = 与建议人沟通
console-event-told = 当面告知答复

# 沟通
contact-mode-face-to-face = 见面
contact-mode-phone = 电话
contact-mode-video = 视频
console-contacts = 沟通
console-contacts-of = 与建议人的沟通
console-contacts-none = 还没有沟通记录。
console-contacts-lead = 各单位承办的建议里，与建议人沟通过、见过面的各有多少。
console-contacts-nothing = 还没有转给单位办理的建议。
console-contacts-reached = 要求不低于 { $floor }%，已达到
console-contacts-below = 要求不低于 { $floor }%，还没有达到
console-column-suggestions-handled = 承办建议
console-column-spoken = 已沟通
console-column-met = 已见面
console-column-share = 见面率
console-contact-form = 登记一次沟通
console-contact-mode = 方式
console-contact-on = 日期
console-contact-outcome = 沟通的情况和结果
console-contact-do = 登记

# 备注
console-notes = 内部备注
console-notes-lead = 只有工作人员看得到，建议人看不到。
console-note = 备注
console-note-hint = 写“@账号”可以提到同事。写下后 30 分钟内可以修改或删除。
console-note-do = 写下备注
console-note-named = 提到 { $who }
console-note-edited = 已修改
console-note-removed = （已由本人删除）
console-note-change = 修改
console-note-save = 保存

# 模板
console-templates = 答复模板
console-templates-lead = 征集办的模板大家都能用；您单位的模板只有您单位能用。
console-templates-lead-office = 征集办的模板，各单位都能用。
console-template-title = 名称
console-template-text = 内容
console-template-add = 新建模板
console-template-add-do = 新建
console-template-retire = 停用
