<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>Next conversation</source>
            <translation>下一个会话</translation>
        </message>
        <message>
            <source>Previous conversation</source>
            <translation>上一个会话</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Go to Needs reply</source>
            <translation>转到待回复</translation>
        </message>
        <message>
            <source>Go to Waiting</source>
            <translation>转到等待中</translation>
        </message>
        <message>
            <source>Go to Snoozed</source>
            <translation>转到稍后</translation>
        </message>
        <message>
            <source>Go to Done</source>
            <translation>转到已完成</translation>
        </message>
        <message>
            <source>Go to Notices</source>
            <translation>转到通知</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>下一栏</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>上一栏</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>标记完成</translation>
        </message>
        <message>
            <source>Back to Needs reply</source>
            <translation>移回待回复</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>稍后提醒</translation>
        </message>
        <message>
            <source>Mark unread</source>
            <translation>标为未读</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unfold earlier messages</source>
            <translation>展开更早的消息</translation>
        </message>
        <message>
            <source>Show the original mail</source>
            <translation>显示原始邮件</translation>
        </message>
        <message>
            <source>Customer panel</source>
            <translation>客户面板</translation>
        </message>
        <message>
            <source>Compact list</source>
            <translation>紧凑列表</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小文字</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>标准文字大小</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Commands, customers, orders</source>
            <translation>命令、客户、订单</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>所有快捷键</translation>
        </message>
        <message>
            <source>Snooze until the customer replies</source>
            <translation>稍后提醒：客户回复时</translation>
        </message>
        <message>
            <source>Go to Inbox</source>
            <translation>转到收件箱</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Extend the selection down</source>
            <translation>向下扩展选择</translation>
        </message>
        <message>
            <source>Extend the selection up</source>
            <translation>向上扩展选择</translation>
        </message>
        <message>
            <source>Select all in this list</source>
            <translation>全选此列表</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>筛选列表</translation>
        </message>
        <message>
            <source>Mails that could not be read</source>
            <translation>无法读取的邮件</translation>
        </message>
        <message>
            <source>Add mailbox</source>
            <translation>添加邮箱</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Reply to all</source>
            <translation>回复全部</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>转发</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>New mail</source>
            <translation>写邮件</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>发件箱</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>在此会话中查找</translation>
        </message>
        <message>
            <source>Load remote images</source>
            <translation>加载远程图片</translation>
        </message>
        <message>
            <source>View source</source>
            <translation>查看邮件源码</translation>
        </message>
        <message>
            <source>Merge conversations…</source>
            <translation>合并会话…</translation>
        </message>
        <message>
            <source>Why is it due then?</source>
            <translation>为什么是这个期限？</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>这封邮件关于什么？</translation>
        </message>
        <message>
            <source>Mailboxes and sync</source>
            <translation>邮箱与同步</translation>
        </message>
        <message>
            <source>Show the log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>Import orders…</source>
            <translation>导入订单…</translation>
        </message>
        <message>
            <source>Today’s facts…</source>
            <translation>今日信息…</translation>
        </message>
        <message>
            <source>What Shopdesk has learned…</source>
            <translation>Shopdesk 学到的内容…</translation>
        </message>
        <message>
            <source>What was promised?</source>
            <translation>承诺了什么？</translation>
        </message>
        <message>
            <source>Open who waits longest</source>
            <translation>打开等得最久的会话</translation>
        </message>
        <message>
            <source>Do not disturb…</source>
            <translation>勿扰…</translation>
        </message>
        <message>
            <source>Go to Today</source>
            <translation>前往今日</translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation>分配…</translation>
        </message>
        <message>
            <source>Assign to me</source>
            <translation>分配给我</translation>
        </message>
        <message>
            <source>Join the customer with…</source>
            <translation>将客户与…合并</translation>
        </message>
        <message>
            <source>Block the sender…</source>
            <translation>屏蔽发件人…</translation>
        </message>
        <message>
            <source>Go to Cases</source>
            <translation>前往售后</translation>
        </message>
        <message>
            <source>Go to Parcels to watch</source>
            <translation>转到待关注的包裹</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建售后</translation>
        </message>
        <message>
            <source>Move the case</source>
            <translation>移动售后单</translation>
        </message>
        <message>
            <source>Link with a case…</source>
            <translation>关联售后单…</translation>
        </message>
        <message>
            <source>Compensation ledger</source>
            <translation>补偿台账</translation>
        </message>
        <message>
            <source>Go to Customers</source>
            <translation>前往客户</translation>
        </message>
        <message>
            <source>Go to Templates</source>
            <translation>转到模板</translation>
        </message>
        <message>
            <source>Go to Reports</source>
            <translation>前往报表</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>新建模板</translation>
        </message>
        <message>
            <source>Save the reply as a template</source>
            <translation>将回复存为模板</translation>
        </message>
        <message>
            <source>Save the template</source>
            <translation>保存模板</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Shopdesk</source>
            <translation>Shopdesk</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>%1. %2</source>
            <translation>%1。%2</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Once a day everything is copied to another drive. When this computer breaks, little is lost.</source>
            <translation>每天将全部数据复制到另一块磁盘一次。即使这台电脑损坏，也几乎没有损失。</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Looking at what is new …</source>
            <translation>正在查找新内容…</translation>
        </message>
        <message>
            <source>Stopped. Older copies are as they were.</source>
            <translation>已停止。较早的备份保持不变。</translation>
        </message>
        <message>
            <source>Progress of the backup</source>
            <translation>备份进度</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Backup folder</source>
            <translation>备份文件夹</translation>
        </message>
        <message>
            <source>Best on a drive of its own: a USB stick, an external disk, a network drive. The copies of the last 7 days and 4 weeks are kept. They hold all mails, but no password.</source>
            <translation>最好放在单独的磁盘上，例如 U 盘、移动硬盘或网络驱动器。保留最近 7 天和 4 周的备份。备份包含所有邮件，但不含任何密码。</translation>
        </message>
        <message>
            <source>Make no more backups</source>
            <translation>停止备份</translation>
        </message>
        <message>
            <source>To a new computer in 5 steps</source>
            <translation>五步迁移到新电脑</translation>
        </message>
        <message>
            <source>1. Install Shopdesk on the new computer, and do not open it yet.</source>
            <translation>1. 在新电脑上安装 Shopdesk，先不要打开。</translation>
        </message>
        <message>
            <source>2. Connect the drive with the backup folder.</source>
            <translation>2. 连接存放备份文件夹的磁盘。</translation>
        </message>
        <message>
            <source>3. Open a terminal and run this, with the folder as it is called there:</source>
            <translation>3. 打开终端运行以下命令（文件夹路径以新电脑上的为准）：</translation>
        </message>
        <message>
            <source>4. Open Shopdesk and sign in to each mailbox again: no backup holds a password.</source>
            <translation>4. 打开 Shopdesk，重新登录每个邮箱：备份中不含密码。</translation>
        </message>
        <message>
            <source>5. Open the outbox: what was about to leave is held there until you decide about it.</source>
            <translation>5. 打开发件箱：当时待发送的邮件会保留在那里，等您决定。</translation>
        </message>
        <message>
            <source>What is typed on the new computer</source>
            <translation>在新电脑上输入的命令</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Choose another folder …</source>
            <translation>选择其他文件夹…</translation>
        </message>
        <message>
            <source>Choose a folder …</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>None chosen yet</source>
            <translation>尚未选择</translation>
        </message>
        <message>
            <source>On the same disk as the data: when that breaks, both are gone. Choose another drive.</source>
            <translation>与数据位于同一块磁盘：磁盘损坏时两者都会丢失。请选择其他磁盘。</translation>
        </message>
        <message>
            <source>backup folder</source>
            <translation>备份文件夹</translation>
        </message>
        <message>
            <source>1 copy</source>
            <translation>1 份备份</translation>
        </message>
        <message>
            <source>%1 copies</source>
            <translation>%1 份备份</translation>
        </message>
        <message>
            <source>Last: %1</source>
            <translation>最近一次：%1</translation>
        </message>
        <message>
            <source>The customer you erased goes out of all copies with the next backup.</source>
            <translation>下次备份时，已清除的客户会从所有备份中移除。</translation>
        </message>
        <message>
            <source>Since %1: %2</source>
            <translation>自 %1 起：%2</translation>
        </message>
        <message>
            <source>less than an hour</source>
            <translation>不到 1 小时</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>%1 hours</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 天</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>Backup: %1 old</source>
            <translation>备份：%1前</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺少备份</translation>
        </message>
        <message>
            <source>Far too old</source>
            <translation>早已过期</translation>
        </message>
        <message>
            <source>Old</source>
            <translation>较旧</translation>
        </message>
    </context>
    <context>
        <name>Calm</name>
        <message>
            <source>Connect a mailbox to begin</source>
            <translation>先连接一个邮箱</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider.</source>
            <translation>邮件只保存在本机和您的邮箱服务商。</translation>
        </message>
        <message>
            <source>Connect a mailbox</source>
            <translation>连接邮箱</translation>
        </message>
        <message>
            <source>Your mail is on its way</source>
            <translation>邮件正在路上</translation>
        </message>
        <message>
            <source>The newest conversations appear here first.</source>
            <translation>最新的会话会最先显示在这里。</translation>
        </message>
        <message>
            <source>Choose a conversation</source>
            <translation>请选择一个会话</translation>
        </message>
        <message>
            <source>J and K go through the list, E marks done, H snoozes.</source>
            <translation>J 和 K 上下移动，E 标记完成，H 稍后提醒。</translation>
        </message>
        <message>
            <source>You are all caught up</source>
            <translation>全部处理完了</translation>
        </message>
        <message>
            <source>Nobody is waiting for a reply.</source>
            <translation>没有客户在等待回复。</translation>
        </message>
        <message>
            <source>See what is waiting</source>
            <translation>查看等待中的会话</translation>
        </message>
        <message>
            <source>Nothing here right now</source>
            <translation>这里暂时没有内容</translation>
        </message>
    </context>
    <context>
        <name>Cases</name>
        <message>
            <source>Return</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Replacement</source>
            <translation>补发</translation>
        </message>
        <message>
            <source>Compensation</source>
            <translation>补偿</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>维修</translation>
        </message>
        <message>
            <source>Not received</source>
            <translation>未收到</translation>
        </message>
        <message>
            <source>Changed their mind</source>
            <translation>不想要了</translation>
        </message>
        <message>
            <source>Wrong size</source>
            <translation>尺码不合</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Wrong item sent</source>
            <translation>发错商品</translation>
        </message>
        <message>
            <source>Not as described</source>
            <translation>与描述不符</translation>
        </message>
        <message>
            <source>Defect</source>
            <translation>质量问题</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>未拆封</translation>
        </message>
        <message>
            <source>Unused</source>
            <translation>未使用</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已使用</translation>
        </message>
        <message>
            <source>Take it back and pay back %1.</source>
            <translation>同意退货，退款 %1。</translation>
        </message>
        <message>
            <source>Take it back for a part: %1.</source>
            <translation>同意退货，部分退款：%1。</translation>
        </message>
        <message>
            <source>Pay back %1; the customer keeps it.</source>
            <translation>退款 %1，商品由客户保留。</translation>
        </message>
        <message>
            <source>Refuse the return.</source>
            <translation>拒绝退货。</translation>
        </message>
        <message>
            <source>The shop pays the way.</source>
            <translation>运费由店铺承担。</translation>
        </message>
        <message>
            <source>The customer pays the way.</source>
            <translation>运费由客户承担。</translation>
        </message>
        <message>
            <source>Answer with /%1.</source>
            <translation>用 /%1 回复。</translation>
        </message>
        <message>
            <source>Return by the policy</source>
            <translation>按退货政策处理</translation>
        </message>
        <message>
            <source>Use this decision</source>
            <translation>采用此决定</translation>
        </message>
        <message>
            <source>Days since it arrived</source>
            <translation>收货天数</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>商品状态</translation>
        </message>
        <message>
            <source>Use it and answer</source>
            <translation>采用并回复</translation>
        </message>
        <message>
            <source>It arrived on %1.</source>
            <translation>%1 已送达。</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Bad review</source>
            <translation>差评</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>纠纷</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>待决定</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Waiting for customer</source>
            <translation>等待客户</translation>
        </message>
        <message>
            <source>Return on its way</source>
            <translation>退货运输中</translation>
        </message>
        <message>
            <source>Arrived – decide</source>
            <translation>已到仓 – 待决定</translation>
        </message>
        <message>
            <source>Refund / replace</source>
            <translation>退款 / 补发</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Followed up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Pay back</source>
            <translation>全额退款</translation>
        </message>
        <message>
            <source>Pay back a part</source>
            <translation>部分退款</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>补发</translation>
        </message>
        <message>
            <source>Compensate</source>
            <translation>补偿</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>解释说明</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>决定时间</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>计入额度</translation>
        </message>
        <message>
            <source>Does not count</source>
            <translation>不计入额度</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>支付记录</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Owner of the shop</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>Ask by mail</source>
            <translation>邮件询问</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Answer until</source>
            <translation>回复截止</translation>
        </message>
        <message>
            <source>The customer’s newest mail is put under your question.</source>
            <translation>客户的最新邮件会附在问题下方。</translation>
        </message>
        <message>
            <source>Type a mail address.</source>
            <translation>请输入邮箱地址。</translation>
        </message>
        <message>
            <source>Write your question.</source>
            <translation>请填写问题。</translation>
        </message>
        <message>
            <source>Type a date to come, such as “friday 17:00”.</source>
            <translation>请输入将来的日期，如“周五 17:00”。</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>SKU</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>What the evidence shows</source>
            <translation>证据说明</translation>
        </message>
        <message>
            <source>Evidence received</source>
            <translation>收到证据</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>处理方案</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Customer’s consent</source>
            <translation>客户同意</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Return parcel</source>
            <translation>退货单号</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>执行时间</translation>
        </message>
        <message>
            <source>Follow up on</source>
            <translation>回访日期</translation>
        </message>
        <message>
            <source>Result of the follow-up</source>
            <translation>回访结果</translation>
        </message>
        <message>
            <source>Root cause</source>
            <translation>根本原因</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>经验教训</translation>
        </message>
        <message>
            <source>Platform’s deadline</source>
            <translation>平台截止时间</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>截止时间</translation>
        </message>
        <message>
            <source>No playbook</source>
            <translation>无处理流程</translation>
        </message>
        <message>
            <source>Answer with /%1</source>
            <translation>用 /%1 回复</translation>
        </message>
        <message>
            <source>Playbook</source>
            <translation>处理流程</translation>
        </message>
        <message>
            <source>%1 follows “%2” now; what was ticked stays</source>
            <translation>%1 现在按“%2”处理，已勾选的步骤保留</translation>
        </message>
        <message>
            <source>Playbook: %1</source>
            <translation>处理流程：%1</translation>
        </message>
        <message>
            <source>Follow another playbook</source>
            <translation>更换处理流程</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Platform’s deadline in %1</source>
            <translation>平台截止还有 %1</translation>
        </message>
        <message>
            <source>Reply within %1</source>
            <translation>%1内回复</translation>
        </message>
        <message>
            <source>Due in %1</source>
            <translation>%1内到期</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>1 open</source>
            <translation>1 个处理中</translation>
        </message>
        <message>
            <source>%1 open</source>
            <translation>%1 个处理中</translation>
        </message>
        <message>
            <source>1 overdue</source>
            <translation>1 个超时</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 个超时</translation>
        </message>
        <message>
            <source>%1 at stake</source>
            <translation>涉及 %1</translation>
        </message>
        <message>
            <source>%1 moved to %2</source>
            <translation>%1 已移到“%2”</translation>
        </message>
        <message>
            <source>%1 is as it was</source>
            <translation>%1 已恢复原状</translation>
        </message>
        <message>
            <source>Everything in a zip archive</source>
            <translation>全部内容（zip 压缩包）</translation>
        </message>
        <message>
            <source>Evidence pack</source>
            <translation>证据包</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>%1 opened</source>
            <translation>已新建 %1</translation>
        </message>
        <message>
            <source>Stage %1 of 5: %2</source>
            <translation>第 %1 步，共 5 步：%2</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Only what is due or late</source>
            <translation>只看到期或超时的</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建售后</translation>
        </message>
        <message>
            <source>New case (N)</source>
            <translation>新建售后 (N)</translation>
        </message>
        <message>
            <source>Whose cases are shown</source>
            <translation>显示谁的售后单</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>全部店铺</translation>
        </message>
        <message>
            <source>Everyone’s</source>
            <translation>所有人的</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>“tomorrow 9”, “friday”, 2026-11-30</source>
            <translation>“明天9点”、“周五”、2026-11-30</translation>
        </message>
        <message>
            <source>39.90 EUR</source>
            <translation>299 CNY</translation>
        </message>
        <message>
            <source>Drag a case here or press N</source>
            <translation>把售后单拖到这里，或按 N</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>New case in %1</source>
            <translation>在“%1”中新建</translation>
        </message>
        <message>
            <source>Show closed cases</source>
            <translation>显示已关闭的售后单</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Stands at</source>
            <translation>当前位置</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>%1 given to %2</source>
            <translation>%1 已交给%2</translation>
        </message>
        <message>
            <source>%1 is nobody’s now</source>
            <translation>%1 现在无人负责</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>%1 cannot be read. Check what was typed.</source>
            <translation>“%1”无法识别，请检查填写的内容。</translation>
        </message>
        <message>
            <source>Say at least who it is about, or what.</source>
            <translation>至少填写客户或商品。</translation>
        </message>
        <message>
            <source>Create case</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>%1 to “%2”</source>
            <translation>%1 移到“%2”</translation>
        </message>
        <message>
            <source>Save and move</source>
            <translation>保存并移动</translation>
        </message>
        <message>
            <source>Still needed: %1</source>
            <translation>还需要：%1</translation>
        </message>
        <message>
            <source>Move to</source>
            <translation>移动到</translation>
        </message>
        <message>
            <source>Nobody’s</source>
            <translation>无人负责</translation>
        </message>
        <message>
            <source>Owner: %1</source>
            <translation>负责人：%1</translation>
        </message>
        <message>
            <source>Back to the board</source>
            <translation>返回看板</translation>
        </message>
        <message>
            <source>Move to… (M)</source>
            <translation>移动到… (M)</translation>
        </message>
        <message>
            <source>Ask by mail…</source>
            <translation>邮件询问…</translation>
        </message>
        <message>
            <source>Evidence pack…</source>
            <translation>证据包…</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>退货…</translation>
        </message>
        <message>
            <source>Show in inbox</source>
            <translation>在收件箱中显示</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>补偿台账</translation>
        </message>
        <message>
            <source>What cases cost, and what the limits leave</source>
            <translation>售后支出及剩余额度</translation>
        </message>
        <message>
            <source>Whose case it is (A)</source>
            <translation>此售后单的负责人 (A)</translation>
        </message>
        <message>
            <source>Go on: %1  E</source>
            <translation>下一步：%1  E</translation>
        </message>
        <message>
            <source>Decided: tell the customer  E</source>
            <translation>已决定：反馈客户  E</translation>
        </message>
        <message>
            <source>Mails of this case</source>
            <translation>此售后单的邮件</translation>
        </message>
        <message>
            <source>No mails are linked with this case.</source>
            <translation>此售后单没有关联的邮件。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>%1 · evidence ✓</source>
            <translation>%1 · 已作证据 ✓</translation>
        </message>
        <message>
            <source>%1 · take as evidence</source>
            <translation>%1 · 作为证据</translation>
        </message>
        <message>
            <source>Edit %1</source>
            <translation>编辑 %1</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Asked by mail</source>
            <translation>邮件询问</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>%1 has answered</source>
            <translation>%1 已回复</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Asked %1; the mail is on its way</source>
            <translation>已询问 %1，邮件正在发送</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Conversation linked</source>
            <translation>关联会话</translation>
        </message>
        <message>
            <source>Conversation parted</source>
            <translation>取消关联会话</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Forgotten</source>
            <translation>已清除</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后</translation>
        </message>
        <message>
            <source>Case that hurries</source>
            <translation>售后（紧急）</translation>
        </message>
        <message>
            <source>Open case %1</source>
            <translation>打开售后单 %1</translation>
        </message>
        <message>
            <source>%1 is more than one case may give away (%2): somebody has to approve it.</source>
            <translation>%1 超过单个售后单的补偿上限（%2），需要有人批准。</translation>
        </message>
        <message>
            <source>%1 is more than what is left for this month (%2): somebody has to approve it.</source>
            <translation>%1 超过本月剩余的补偿额度（%2），需要有人批准。</translation>
        </message>
        <message>
            <source>After this, %1 of %2 are left for goodwill this month.</source>
            <translation>此后本月补偿额度 %2 中还剩 %1。</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Link…</source>
            <translation>关联…</translation>
        </message>
        <message>
            <source>Link a conversation</source>
            <translation>关联会话</translation>
        </message>
        <message>
            <source>Link a conversation with %1</source>
            <translation>将会话关联到 %1</translation>
        </message>
        <message>
            <source>Customer, subject or order number</source>
            <translation>客户、主题或订单号</translation>
        </message>
        <message>
            <source>Its mails stand beside those of the case, and in the evidence pack. Z takes it back.</source>
            <translation>其邮件会显示在此售后单中，并加入证据包。按 Z 撤销。</translation>
        </message>
        <message>
            <source>Type a customer, a subject or an order number to find the conversation.</source>
            <translation>输入客户、主题或订单号来查找会话。</translation>
        </message>
        <message>
            <source>Conversation linked with %1</source>
            <translation>会话已关联到 %1</translation>
        </message>
        <message>
            <source>Conversation parted from %1</source>
            <translation>会话已从 %1 取消关联</translation>
        </message>
        <message>
            <source>Show “%1” in the inbox</source>
            <translation>在收件箱中显示“%1”</translation>
        </message>
        <message>
            <source>Part “%1” from the case</source>
            <translation>取消关联“%1”</translation>
        </message>
        <message>
            <source>Link this conversation with a case</source>
            <translation>将此会话关联到售后单</translation>
        </message>
        <message>
            <source>Number, customer, order or item</source>
            <translation>编号、客户、订单或商品</translation>
        </message>
        <message>
            <source>Both show each other from then on. Z takes it back.</source>
            <translation>关联后两边互相显示。按 Z 撤销。</translation>
        </message>
        <message>
            <source>No such case. Press Esc, then C for a new one.</source>
            <translation>没有这样的售后单。按 Esc，再按 C 新建。</translation>
        </message>
        <message>
            <source>linked – choose it to part them</source>
            <translation>已关联 – 选择可取消关联</translation>
        </message>
        <message>
            <source>Compensation ledger</source>
            <translation>补偿台账</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>The month after</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Nothing was decided to be paid in this month.</source>
            <translation>本月没有决定支付的款项。</translation>
        </message>
        <message>
            <source>1 payment</source>
            <translation>1 笔支付</translation>
        </message>
        <message>
            <source>%1 payments</source>
            <translation>%1 笔支付</translation>
        </message>
        <message>
            <source>Left for goodwill · %1</source>
            <translation>剩余补偿额度 · %1</translation>
        </message>
        <message>
            <source>%1 of %2 given</source>
            <translation>已用 %1 / %2</translation>
        </message>
        <message>
            <source>at most %1 a case</source>
            <translation>每单最多 %1</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <comment>a month</comment>
            <translation>yyyy年M月</translation>
        </message>
        <message>
            <source>Export the ledger</source>
            <translation>导出补偿台账</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Note for the team</source>
            <translation>给团队的备注</translation>
        </message>
        <message>
            <source>Text of the mail</source>
            <translation>邮件正文</translation>
        </message>
        <message>
            <source>Write a reply. / opens the templates.</source>
            <translation>撰写回复，输入 / 打开模板。</translation>
        </message>
        <message>
            <source>What should the team know?</source>
            <translation>想让团队知道什么？</translation>
        </message>
        <message>
            <source>To</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Cc</source>
            <translation>抄送</translation>
        </message>
        <message>
            <source>Bcc</source>
            <translation>密送</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Reply, reply all or forward</source>
            <translation>回复、回复全部或转发</translation>
        </message>
        <message>
            <source>Recipients: %1</source>
            <translation>收件人：%1</translation>
        </message>
        <message>
            <source>Language of the templates</source>
            <translation>模板语言</translation>
        </message>
        <message>
            <source>Language of the templates: %1</source>
            <translation>模板语言：%1</translation>
        </message>
        <message>
            <source>Reply…</source>
            <translation>回复…</translation>
        </message>
        <message>
            <source>Write a reply</source>
            <translation>撰写回复</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Reply all</source>
            <translation>回复全部</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>转发</translation>
        </message>
        <message>
            <source>New mail</source>
            <translation>新邮件</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>Only your team sees this</source>
            <translation>仅团队可见</translation>
        </message>
        <message>
            <source>Add recipients</source>
            <translation>添加收件人</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>发给 %1</translation>
        </message>
        <message>
            <source>and 1 more</source>
            <translation>等 2 人</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>及另外 %1 人</translation>
        </message>
        <message>
            <source>“%1” is still open. Fill it in or delete it, then send.</source>
            <translation>“%1”还没有填写。请填写或删除后再发送。</translation>
        </message>
        <message>
            <source>The subject still has %1. Fill it in, then send.</source>
            <translation>主题中还有 %1。请填写后再发送。</translation>
        </message>
        <message>
            <source>Nobody would get this mail. Add a recipient.</source>
            <translation>没有收件人，请添加后再发送。</translation>
        </message>
        <message>
            <source>“%1” is not a mail address. Correct it, then send.</source>
            <translation>“%1”不是有效的邮箱地址，请更正后再发送。</translation>
        </message>
        <message>
            <source>There are no words yet.</source>
            <translation>还没有写任何内容。</translation>
        </message>
        <message>
            <source>With “%1” the files are more than 25 MB. Send a link, or fewer files.</source>
            <translation>加上“%1”后附件超过 25 MB。请改发链接或减少附件。</translation>
        </message>
        <message>
            <source>“%1” cannot be read. It was not added.</source>
            <translation>无法读取“%1”，未添加。</translation>
        </message>
        <message>
            <source>This is a no-reply address: nobody may read the answer.</source>
            <translation>这是免回复地址，对方可能看不到这封回复。</translation>
        </message>
        <message>
            <source>This goes to many people.</source>
            <translation>这封邮件将发给很多人。</translation>
        </message>
        <message>
            <source>The answer goes to another domain than the one that wrote.</source>
            <translation>回复地址与来信地址的域名不同。</translation>
        </message>
        <message>
            <source>The text speaks of an attachment, and there is none.</source>
            <translation>正文提到了附件，但没有添加附件。</translation>
        </message>
        <message>
            <source>Remove the file %1</source>
            <translation>移除文件 %1</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Send &amp;&amp; done</source>
            <translation>发送并完成</translation>
        </message>
        <message>
            <source>Save note</source>
            <translation>保存备注</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Templates (/ at the beginning of a line)</source>
            <translation>模板（在行首输入 /）</translation>
        </message>
        <message>
            <source>Save as template</source>
            <translation>存为模板</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>定时发送</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>舍弃草稿</translation>
        </message>
        <message>
            <source>When shall it leave?</source>
            <translation>什么时候发送？</translation>
        </message>
        <message>
            <source>When? “tomorrow 9”, “friday”, or their city</source>
            <translation>什么时候？“明天 9 点”“星期五”，或客户所在城市</translation>
        </message>
        <message>
            <source>In an hour</source>
            <translation>一小时后</translation>
        </message>
        <message>
            <source>%1:00 their time (%2)</source>
            <translation>客户当地时间 %1:00（%2）</translation>
        </message>
        <message>
            <source>%1:00 their time (perhaps %2)</source>
            <translation>客户当地时间 %1:00（可能是 %2）</translation>
        </message>
        <message>
            <source>%1 here</source>
            <translation>本地 %1</translation>
        </message>
        <message>
            <source>From</source>
            <translation>发件人</translation>
        </message>
        <message>
            <source>Signature: %1</source>
            <translation>签名：%1</translation>
        </message>
        <message>
            <source>Leave the signature out of this mail</source>
            <translation>这封邮件不加签名</translation>
        </message>
        <message>
            <source>Add the signature</source>
            <translation>加上签名</translation>
        </message>
        <message>
            <source>Add “%1” to the dictionary</source>
            <translation>将“%1”加入词典</translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message>
            <source>You</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>复制文字</translation>
        </message>
        <message>
            <source>Show the words only</source>
            <translation>只显示文字</translation>
        </message>
        <message>
            <source>Not delivered: %1</source>
            <translation>未送达：%1</translation>
        </message>
        <message>
            <source>Message from %1</source>
            <translation>来自 %1 的消息</translation>
        </message>
        <message>
            <source>Show the original mail</source>
            <translation>显示原始邮件</translation>
        </message>
        <message>
            <source>More about this message</source>
            <translation>这封邮件的更多操作</translation>
        </message>
        <message>
            <source>Only your team sees this</source>
            <translation>仅团队可见</translation>
        </message>
        <message>
            <source>No longer on the server</source>
            <translation>服务器上已不存在</translation>
        </message>
        <message>
            <source>Beginning only, the rest is on its way</source>
            <translation>目前只有开头，其余正在下载</translation>
        </message>
        <message>
            <source>This mail is encrypted. Save it to read it with a program that can.</source>
            <translation>这封邮件已加密。请保存后用支持的程序阅读。</translation>
        </message>
        <message>
            <source>This mail is signed; the signature is not checked.</source>
            <translation>这封邮件带有签名，签名未经验证。</translation>
        </message>
        <message>
            <source>This mail says one thing as text and another as a page. The original may differ.</source>
            <translation>这封邮件的纯文本与网页内容不一致，原始邮件可能有所不同。</translation>
        </message>
        <message>
            <source>This mail is very long; save it to see all of it.</source>
            <translation>这封邮件很长，保存后可查看全部内容。</translation>
        </message>
        <message>
            <source>A file of this mail lies elsewhere and is not fetched.</source>
            <translation>这封邮件的一个文件存放在别处，不会被下载。</translation>
        </message>
        <message>
            <source>The true sender is %1.</source>
            <translation>真实发件人是 %1。</translation>
        </message>
        <message>
            <source>Open in the browser, to print it</source>
            <translation>在浏览器中打开（可打印）</translation>
        </message>
        <message>
            <source>View source</source>
            <translation>查看邮件源码</translation>
        </message>
        <message>
            <source>Save as template</source>
            <translation>存为模板</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>源码：%1</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Source of the mail</source>
            <translation>邮件源码</translation>
        </message>
        <message>
            <source>Only the beginning is shown. Save the mail to see all of it.</source>
            <translation>这里只显示开头部分。保存邮件后可查看全部内容。</translation>
        </message>
        <message>
            <source>Find in the source</source>
            <translation>在源码中查找</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>上一处</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>下一处</translation>
        </message>
        <message>
            <source>Save as .eml…</source>
            <translation>另存为 .eml…</translation>
        </message>
        <message>
            <source>Mark unread from here</source>
            <translation>从这里起标为未读</translation>
        </message>
        <message>
            <source>Split the conversation here</source>
            <translation>从这里拆分会话</translation>
        </message>
        <message>
            <source>Hide quoted text</source>
            <translation>收起引用内容</translation>
        </message>
        <message>
            <source>Show quoted text</source>
            <translation>显示引用内容</translation>
        </message>
        <message>
            <source>Picture %1</source>
            <translation>图片 %1</translation>
        </message>
        <message>
            <source>This file could run a program. Open it only if you know the sender.</source>
            <translation>此文件可能会运行程序。只有认识发件人时才打开。</translation>
        </message>
        <message>
            <source>Open the file %1</source>
            <translation>打开文件 %1</translation>
        </message>
        <message>
            <source>Save the file %1</source>
            <translation>保存文件 %1</translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>（无主题）</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Due in %1</source>
            <translation>%1 后到期</translation>
        </message>
        <message>
            <source>Reply not delivered</source>
            <translation>回复未送达</translation>
        </message>
        <message>
            <source>Copy the order number</source>
            <translation>复制订单号</translation>
        </message>
        <message>
            <source>Copy order number %1</source>
            <translation>复制订单号 %1</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Open this link?</source>
            <translation>打开此链接？</translation>
        </message>
        <message>
            <source>This link leads to:</source>
            <translation>此链接指向：</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>This file can run a program on your computer.</source>
            <translation>此文件可以在您的电脑上运行程序。</translation>
        </message>
        <message>
            <source>This is a program that pretends to be something else. Honest senders do not do that.</source>
            <translation>这是一个伪装成其他文件的程序。正规的发件人不会这样做。</translation>
        </message>
        <message>
            <source>This document holds macros: little programs that run in it.</source>
            <translation>此文档含有宏，也就是在文档中运行的小程序。</translation>
        </message>
        <message>
            <source>This is a web page. Such files often imitate a page to sign in; enter no password there.</source>
            <translation>这是一个网页文件。这类文件常常冒充登录页面，请不要在其中输入密码。</translation>
        </message>
        <message>
            <source>This archive has a password, so no virus scanner could look into it.</source>
            <translation>此压缩包设有密码，杀毒软件无法检查其中的内容。</translation>
        </message>
        <message>
            <source>There is a program in this archive.</source>
            <translation>此压缩包中含有程序。</translation>
        </message>
        <message>
            <source>Open this file?</source>
            <translation>打开这个文件？</translation>
        </message>
        <message>
            <source>Open it only if you expected it.</source>
            <translation>只有在您确实等这个文件时才打开。</translation>
        </message>
        <message>
            <source>Open anyway</source>
            <translation>仍然打开</translation>
        </message>
        <message>
            <source>Save instead…</source>
            <translation>改为保存…</translation>
        </message>
        <message>
            <source>Save this file?</source>
            <translation>保存此文件？</translation>
        </message>
        <message>
            <source>It is not dragged along for that reason. Save it only if you expected it.</source>
            <translation>因此不能直接拖出。确认是您在等的文件后再保存。</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Save all files</source>
            <translation>保存全部文件</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>保存文件</translation>
        </message>
        <message>
            <source>Save mail</source>
            <translation>保存邮件</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>在此会话中查找</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 个，共 %2 个</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>上一张图片</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>下一张图片</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>1 earlier message</source>
            <translation>更早的 1 条消息</translation>
        </message>
        <message>
            <source>%1 earlier messages</source>
            <translation>更早的 %1 条消息</translation>
        </message>
        <message>
            <source>Save all files…</source>
            <translation>保存全部文件…</translation>
        </message>
        <message>
            <source>Fetch now</source>
            <translation>立即获取</translation>
        </message>
        <message>
            <source>Files and the rest of this mail are still on their way.</source>
            <translation>附件和邮件的其余部分仍在获取中。</translation>
        </message>
        <message>
            <source>Still on its way</source>
            <translation>仍在获取中</translation>
        </message>
        <message>
            <source>This picture cannot be shown</source>
            <translation>无法显示这张图片</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>加载</translation>
        </message>
        <message>
            <source>Load the remote images</source>
            <translation>加载远程图片</translation>
        </message>
        <message>
            <source>Always for this sender</source>
            <translation>始终加载此发件人的图片</translation>
        </message>
        <message>
            <source>1 remote image not loaded</source>
            <translation>1 张远程图片未加载</translation>
        </message>
        <message>
            <source>%1 remote images not loaded</source>
            <translation>%1 张远程图片未加载</translation>
        </message>
        <message>
            <source>Loading images…</source>
            <translation>正在加载图片…</translation>
        </message>
        <message>
            <source>1 image could not be loaded</source>
            <translation>1 张图片无法加载</translation>
        </message>
        <message>
            <source>%1 images could not be loaded</source>
            <translation>%1 张图片无法加载</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>The images could not be kept</source>
            <translation>图片未能保存</translation>
        </message>
        <message>
            <source>Type a customer, a subject or an order number to find the other one.</source>
            <translation>输入客户、主题或订单号来查找另一个会话。</translation>
        </message>
        <message>
            <source>All messages of both become one conversation. Z takes it back.</source>
            <translation>两个会话的邮件将合为一个。按 Z 可撤销。</translation>
        </message>
        <message>
            <source>Merge “%1” with…</source>
            <translation>将“%1”与以下会话合并…</translation>
        </message>
        <message>
            <source>Find the other conversation</source>
            <translation>查找另一个会话</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>the list</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>the conversation</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>the settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>the mailboxes</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>the search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>the stored mail</source>
            <translation>已存邮件</translation>
        </message>
        <message>
            <source>the sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Shopdesk</source>
            <translation>Shopdesk</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>出现问题</translation>
        </message>
        <message>
            <source>Shopdesk ended unexpectedly last time</source>
            <translation>Shopdesk 上次意外退出</translation>
        </message>
        <message>
            <source>Something went wrong in: %1</source>
            <translation>出现问题：%1</translation>
        </message>
        <message>
            <source>Nothing was lost, and the rest goes on. The log has the details.</source>
            <translation>没有丢失任何内容，其余功能可继续使用。日志中有详细信息。</translation>
        </message>
        <message>
            <source>%1 other things went wrong before; the details have them all.</source>
            <translation>此前还出现过 %1 个其他问题，均列在详细信息中。</translation>
        </message>
        <message>
            <source>Something else went wrong before; the details have both.</source>
            <translation>此前还出现过另一个问题，均列在详细信息中。</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详细信息</translation>
        </message>
        <message>
            <source>Show log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详细信息</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续使用</translation>
        </message>
        <message>
            <source>Copied. There are no mails, addresses or passwords in it.</source>
            <translation>已复制，其中不含邮件、地址或密码。</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>显示详细信息</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>隐藏详细信息</translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message>
            <source>1 customer</source>
            <translation>1 位客户</translation>
        </message>
        <message>
            <source>%1 customers</source>
            <translation>%1 位客户</translation>
        </message>
        <message>
            <source>Erased %1</source>
            <translation>已彻底删除 %1</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Search customers</source>
            <translation>搜索客户</translation>
        </message>
        <message>
            <source>Name or address</source>
            <translation>姓名或邮箱</translation>
        </message>
        <message>
            <source>Erase for good…</source>
            <translation>彻底删除…</translation>
        </message>
        <message>
            <source>Take everything of this customer off the desk</source>
            <translation>把这位客户的一切从工作台删除</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>彻底删除</translation>
        </message>
        <message>
            <source>Erase %1 for good? Nobody can bring this back.</source>
            <translation>要彻底删除 %1 吗？删除后无法恢复。</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Try another name, or a part of the address.</source>
            <translation>换个姓名，或输入邮箱的一部分试试。</translation>
        </message>
        <message>
            <source>No customers yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>Whoever writes to the shop appears here.</source>
            <translation>给店铺写信的人会出现在这里。</translation>
        </message>
        <message>
            <source>1 conversation</source>
            <translation>1 个会话</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 个会话</translation>
        </message>
        <message>
            <source>1 mail</source>
            <translation>1 封邮件</translation>
        </message>
        <message>
            <source>%1 mails</source>
            <translation>%1 封邮件</translation>
        </message>
        <message>
            <source>1 attached file</source>
            <translation>1 个附件</translation>
        </message>
        <message>
            <source>%1 attached files</source>
            <translation>%1 个附件</translation>
        </message>
        <message>
            <source>1 note</source>
            <translation>1 条备注</translation>
        </message>
        <message>
            <source>%1 notes</source>
            <translation>%1 条备注</translation>
        </message>
        <message>
            <source>1 draft</source>
            <translation>1 份草稿</translation>
        </message>
        <message>
            <source>%1 drafts</source>
            <translation>%1 份草稿</translation>
        </message>
        <message>
            <source>1 order</source>
            <translation>1 个订单</translation>
        </message>
        <message>
            <source>%1 orders</source>
            <translation>%1 个订单</translation>
        </message>
        <message>
            <source>1 case stays without the name</source>
            <translation>1 个售后单保留，但不再有姓名</translation>
        </message>
        <message>
            <source>%1 cases stay without the name</source>
            <translation>%1 个售后单保留，但不再有姓名</translation>
        </message>
        <message>
            <source>Mails on your provider’s server stay there; delete them there too.</source>
            <translation>邮箱服务器上的邮件仍在，请到那里一并删除。</translation>
        </message>
        <message>
            <source>The backup lets go of them with the next backup, which is due at once.</source>
            <translation>下次备份（随即进行）时，备份中的相关内容也会移除。</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</source>
            <translation>%1 没有响应。请检查网络连接；Shopdesk 会自动重试。</translation>
        </message>
        <message>
            <source>The proxy %1 does not let Shopdesk through. Check it in Settings, under Connection.</source>
            <translation>代理 %1 不允许 Shopdesk 通过。请在“设置 - 网络连接”中检查。</translation>
        </message>
        <message>
            <source>There is no server called %1. Check the name in the settings.</source>
            <translation>找不到名为 %1 的服务器，请在设置中检查名称。</translation>
        </message>
        <message>
            <source>The connection to %1 broke off. The next try goes on where this one stopped.</source>
            <translation>与 %1 的连接中断。下次会从中断处继续。</translation>
        </message>
        <message>
            <source>%1 asks for patience. Shopdesk tries again in a few minutes.</source>
            <translation>%1 请稍候。Shopdesk 几分钟后会重试。</translation>
        </message>
        <message>
            <source>%1 is no mail server of this kind. Check host name and port.</source>
            <translation>%1 不是这种邮件服务器。请检查主机名和端口。</translation>
        </message>
        <message>
            <source>The certificate of %1 is not valid. Check the host name, or ask the provider; nothing was sent.</source>
            <translation>%1 的证书无效。请检查主机名或询问服务商；没有发送任何内容。</translation>
        </message>
        <message>
            <source>%1 offers no encryption. Choose TLS on another port; nothing was sent.</source>
            <translation>%1 不支持加密。请选择 TLS 和其他端口；没有发送任何内容。</translation>
        </message>
        <message>
            <source>%1 refused name or password. Enter the password again, or make an app password with the provider.</source>
            <translation>%1 拒绝了用户名或密码。请重新输入密码，或在服务商处创建应用专用密码。</translation>
        </message>
        <message>
            <source>No password for %1 is stored. Sign in to this mailbox again.</source>
            <translation>没有保存 %1 的密码。请重新登录此邮箱。</translation>
        </message>
        <message>
            <source>%1 refused a request. Shopdesk tries again; if it stays, ask the provider.</source>
            <translation>%1 拒绝了一个请求。Shopdesk 会重试；如仍然失败，请询问服务商。</translation>
        </message>
        <message>
            <source>A folder on %1 was renamed or removed. Shopdesk looks for it again.</source>
            <translation>%1 上的一个文件夹被重命名或删除。Shopdesk 会重新查找。</translation>
        </message>
        <message>
            <source>%1 does not take the mail now. Shopdesk tries again by itself.</source>
            <translation>%1 暂时不接收这封邮件，Shopdesk 会自动重试。</translation>
        </message>
        <message>
            <source>%1 takes no more mails from this account for now. Shopdesk tries again by itself in an hour.</source>
            <translation>%1 暂时不再接收此账号的邮件。Shopdesk 会在一小时后自动重试。</translation>
        </message>
        <message>
            <source>%1 does not let this account send under that address. It was not sent. Allow the address at the provider, or answer from the mailbox’s own address.</source>
            <translation>%1 不允许此账号以该地址发信，邮件未发出。请在邮箱服务商处添加该地址，或改用邮箱本身的地址回复。</translation>
        </message>
        <message>
            <source>%1 does not take this mail. It was not sent.</source>
            <translation>%1 拒收这封邮件，邮件没有发出。</translation>
        </message>
        <message>
            <source>This mail is larger than %1 takes. Send it with fewer or smaller files; it was not sent.</source>
            <translation>这封邮件超过了 %1 允许的大小。请减少或缩小附件后再发；邮件没有发出。</translation>
        </message>
        <message>
            <source>%1 never said whether it took the mail. Look into Sent, then decide; it is not sent again by itself.</source>
            <translation>%1 没有确认是否收下了邮件。请查看“已发送”后再决定；系统不会自动重发。</translation>
        </message>
        <message>
            <source>Something is wrong with %1. Shopdesk tries again by itself.</source>
            <translation>%1 出现问题。Shopdesk 会自动重试。</translation>
        </message>
        <message>
            <source>Stopped. What was done so far is kept.</source>
            <translation>已停止。已完成的部分会保留。</translation>
        </message>
        <message>
            <source>The system's keychain is locked or missing. Unlock it, then try again.</source>
            <translation>系统钥匙串已锁定或不可用。请解锁后重试。</translation>
        </message>
        <message>
            <source>Another Shopdesk works on this data folder. Close it first, or choose another folder.</source>
            <translation>另一个 Shopdesk 正在使用此数据文件夹。请先关闭它，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>The data folder cannot be read or written. Check its rights, or choose another folder.</source>
            <translation>数据文件夹无法读写。请检查权限，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>A data file is damaged. Leave everything as it is and bring back the last backup.</source>
            <translation>数据文件已损坏。请保持原样，并恢复最近的备份。</translation>
        </message>
        <message>
            <source>A newer Shopdesk wrote this data folder. Install the newest version; nothing was changed.</source>
            <translation>此数据文件夹由更新版本的 Shopdesk 写入。请安装最新版本；没有更改任何内容。</translation>
        </message>
        <message>
            <source>The disk is full. Make room, then try again; nothing half-written is kept.</source>
            <translation>磁盘已满。请腾出空间后重试；不会留下写了一半的内容。</translation>
        </message>
        <message>
            <source>The file cannot be saved there. Choose another place.</source>
            <translation>文件无法保存到那里。请选择其他位置。</translation>
        </message>
        <message>
            <source>No backup folder is chosen yet. Choose one in Settings, Backups.</source>
            <translation>尚未选择备份文件夹。请在“设置 › 备份”中选择一个。</translation>
        </message>
        <message>
            <source>The backup folder is not there. Connect its drive, or choose another folder in Settings, Backups.</source>
            <translation>找不到备份文件夹。请连接备份所在的磁盘，或在“设置 › 备份”中选择其他文件夹。</translation>
        </message>
        <message>
            <source>The backup folder cannot be read or written. Check its drive, or choose another folder.</source>
            <translation>无法读写备份文件夹。请检查所在磁盘，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>This folder lies among the data, or holds another desk’s backup. Choose another folder.</source>
            <translation>此文件夹位于数据文件夹内，或存放着另一个客服台的备份。请选择其他文件夹。</translation>
        </message>
        <message>
            <source>The backup drive is full. Make room there, or choose another folder; older copies are kept.</source>
            <translation>备份磁盘已满。请腾出空间或选择其他文件夹；较早的备份均已保留。</translation>
        </message>
        <message>
            <source>The new copy is not whole and was thrown away. Older copies are kept; try again, or check the drive.</source>
            <translation>新备份不完整，已丢弃；较早的备份均已保留。请重试，或检查磁盘。</translation>
        </message>
        <message>
            <source>A backup is being made just now. Wait until it is done.</source>
            <translation>正在进行备份，请等待其完成。</translation>
        </message>
        <message>
            <source>A backup is brought back into an empty folder only.</source>
            <translation>只能将备份恢复到空文件夹。</translation>
        </message>
        <message>
            <source>Another program keeps the data busy. Try again in a moment.</source>
            <translation>另一个程序正在占用数据。请稍后重试。</translation>
        </message>
        <message>
            <source>That is not here any more, or not here yet. Try again after the next sync.</source>
            <translation>内容已不存在或尚未下载。请在下次同步后重试。</translation>
        </message>
        <message>
            <source>The case cannot stand there yet: something is still missing.</source>
            <translation>售后单还不能到这一步：还有内容没填。</translation>
        </message>
        <message>
            <source>This cannot be used. Check what was typed.</source>
            <translation>无法使用。请检查输入的内容。</translation>
        </message>
        <message>
            <source>This address is connected already.</source>
            <translation>这个邮箱已经连接。</translation>
        </message>
        <message>
            <source>This mail has left already. It cannot be taken back.</source>
            <translation>这封邮件已经发出，无法撤回。</translation>
        </message>
        <message>
            <source>This mailbox has no server for sending. Add one in Settings, under Mailboxes; the draft is kept.</source>
            <translation>该邮箱没有设置发信服务器。请在“设置 &gt; 邮箱”中添加；草稿已保留。</translation>
        </message>
        <message>
            <source>Something in this mail is still open. Fill it in, then send it.</source>
            <translation>这封邮件还有未填的内容，请填好后再发送。</translation>
        </message>
        <message>
            <source>Something in this template cannot be filled in. Open it in Templates; the place is marked there.</source>
            <translation>这个模板里有内容无法填写。请在“模板”中打开，出错的位置已标出。</translation>
        </message>
        <message>
            <source>This file cannot be read as templates. Use JSON, CSV or xlsx; a file of Shopdesk shows the form.</source>
            <translation>无法从这个文件读取模板。请使用 JSON、CSV 或 xlsx，格式可参考 Shopdesk 导出的文件。</translation>
        </message>
        <message>
            <source>There are no templates in this file.</source>
            <translation>这个文件里没有模板。</translation>
        </message>
        <message>
            <source>This file is too large for a file of templates. Split it, then import the parts.</source>
            <translation>文件过大，不像模板文件。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>This file has no columns for templates. The first row must name at least “name” and “body”.</source>
            <translation>文件中没有模板所需的列，第一行至少要有 name 和 body。</translation>
        </message>
        <message>
            <source>This file cannot be read as a table of orders. Use the file as the marketplace exports it.</source>
            <translation>无法将此文件识别为订单表格。请直接使用平台导出的原始文件。</translation>
        </message>
        <message>
            <source>There are no orders in this file.</source>
            <translation>此文件中没有订单。</translation>
        </message>
        <message>
            <source>This file is too large for a file of orders. Export a shorter time.</source>
            <translation>文件过大，不像订单文件。请缩短导出的时间范围。</translation>
        </message>
        <message>
            <source>No column of this file is known to hold order numbers. Choose the columns yourself.</source>
            <translation>未能识别出订单号所在的列，请自行选择各列。</translation>
        </message>
        <message>
            <source>The watched folder cannot be read. Choose another one.</source>
            <translation>无法读取监视的文件夹，请另选一个。</translation>
        </message>
        <message>
            <source>This mail cannot be read. It is set aside with all its bytes.</source>
            <translation>无法读取此邮件。它已连同全部原始数据单独保存。</translation>
        </message>
        <message>
            <source>That did not work. Try again.</source>
            <translation>操作未成功。请重试。</translation>
        </message>
        <message>
            <source>%1: password refused</source>
            <translation>%1：密码被拒绝</translation>
        </message>
        <message>
            <source>%1: sign in again</source>
            <translation>%1：请重新登录</translation>
        </message>
        <message>
            <source>%1: offline</source>
            <translation>%1：离线</translation>
        </message>
        <message>
            <source>%1: proxy refused</source>
            <translation>%1：代理拒绝连接</translation>
        </message>
        <message>
            <source>%1: server not found</source>
            <translation>%1：找不到服务器</translation>
        </message>
        <message>
            <source>%1: connection lost</source>
            <translation>%1：连接中断</translation>
        </message>
        <message>
            <source>%1: server asks for patience</source>
            <translation>%1：服务器请稍候</translation>
        </message>
        <message>
            <source>%1: certificate not valid</source>
            <translation>%1：证书无效</translation>
        </message>
        <message>
            <source>%1: no encryption</source>
            <translation>%1：不支持加密</translation>
        </message>
        <message>
            <source>%1: no mail server there</source>
            <translation>%1：不是邮件服务器</translation>
        </message>
        <message>
            <source>%1: keychain locked</source>
            <translation>%1：钥匙串已锁定</translation>
        </message>
        <message>
            <source>%1: disk full</source>
            <translation>%1：磁盘已满</translation>
        </message>
        <message>
            <source>Something unexpected happened. The log file has the details; nothing was lost.</source>
            <translation>发生了意外情况。详情见日志文件；没有丢失任何内容。</translation>
        </message>
        <message>
            <source>The mail server</source>
            <translation>邮件服务器</translation>
        </message>
        <message>
            <source>%1: sync stopped</source>
            <translation>%1：同步已停止</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Restart the sync</source>
            <translation>重启同步</translation>
        </message>
        <message>
            <source>See what helps</source>
            <translation>查看解决办法</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>所有邮箱</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Protocol</source>
            <translation>协议日志</translation>
        </message>
        <message>
            <source>Commands and answers, without passwords and without the text of mails.</source>
            <translation>命令与应答，不含密码和邮件正文。</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Nothing was said yet.</source>
            <translation>暂无记录。</translation>
        </message>
        <message>
            <source>Save the protocol</source>
            <translation>保存协议日志</translation>
        </message>
        <message>
            <source>Mailboxes and sync</source>
            <translation>邮箱与同步</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>立即重启</translation>
        </message>
        <message>
            <source>Sync all now</source>
            <translation>全部同步</translation>
        </message>
        <message>
            <source>Protocol of all mailboxes</source>
            <translation>所有邮箱的协议日志</translation>
        </message>
        <message>
            <source>Log folder</source>
            <translation>日志文件夹</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>Trying now</source>
            <translation>正在尝试</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Tries again</source>
            <translation>将重试</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Enter the password</source>
            <translation>输入密码</translation>
        </message>
        <message>
            <source>Sign in with the browser</source>
            <translation>用浏览器登录</translation>
        </message>
        <message>
            <source>Look at the certificate</source>
            <translation>查看证书</translation>
        </message>
        <message>
            <source>Check the settings</source>
            <translation>检查设置</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>%1 allows no more connections. Close this mailbox in other mail programs, or wait: Shopdesk tries again.</source>
            <translation>%1 不允许再建立连接。请在其他邮件程序中关闭此邮箱，或稍等片刻：Shopdesk 会自动重试。</translation>
        </message>
        <message>
            <source>1 mail</source>
            <translation>1 封邮件</translation>
        </message>
        <message>
            <source>%1 mails</source>
            <translation>%1 封邮件</translation>
        </message>
        <message>
            <source>The sync has stopped by itself. It is started again in %1; nothing was lost.</source>
            <translation>同步意外停止，将在 %1 后重新启动；没有丢失任何内容。</translation>
        </message>
        <message>
            <source>No mailbox is connected yet.</source>
            <translation>尚未连接邮箱。</translation>
        </message>
        <message>
            <source>%1 mailboxes bring no mail at the moment.</source>
            <translation>%1 个邮箱目前收不到邮件。</translation>
        </message>
        <message>
            <source>One mailbox brings no mail at the moment.</source>
            <translation>1 个邮箱目前收不到邮件。</translation>
        </message>
        <message>
            <source>Mail is being imported. Everything else can be used meanwhile.</source>
            <translation>正在导入邮件，期间其他功能可照常使用。</translation>
        </message>
        <message>
            <source>All mailboxes work.</source>
            <translation>所有邮箱运行正常。</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>1 mail was set aside</source>
            <translation>1 封邮件被搁置</translation>
        </message>
        <message>
            <source>%1 mails were set aside</source>
            <translation>%1 封邮件被搁置</translation>
        </message>
        <message>
            <source>No mail has come in for %1: the sync has stopped.</source>
            <translation>已有 %1 没有收到邮件：同步已停止。</translation>
        </message>
        <message>
            <source>%1 mailboxes have brought no mail for %2.</source>
            <translation>%1 个邮箱已有 %2 没有收到邮件。</translation>
        </message>
        <message>
            <source>%1 has brought no mail for %2.</source>
            <translation>%1 已有 %2 没有收到邮件。</translation>
        </message>
        <message>
            <source>not tried again by itself</source>
            <translation>不会自动重试</translation>
        </message>
        <message>
            <source>Has not worked yet</source>
            <translation>尚未成功同步</translation>
        </message>
        <message>
            <source>Worked just now</source>
            <translation>刚刚同步成功</translation>
        </message>
        <message>
            <source>Last worked %1 min ago</source>
            <translation>%1 分钟前同步成功</translation>
        </message>
        <message>
            <source>Last worked %1</source>
            <comment>a time</comment>
            <translation>上次成功：%1</translation>
        </message>
        <message>
            <source>looks now</source>
            <translation>正在检查</translation>
        </message>
        <message>
            <source>next look %1</source>
            <comment>a time</comment>
            <translation>下次检查：%1</translation>
        </message>
        <message>
            <source>next look in %1</source>
            <translation>%1 后再次检查</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>关闭此提示</translation>
        </message>
        <message>
            <source>The server says: %1</source>
            <translation>服务器返回：%1</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>尝试登录</translation>
        </message>
        <message>
            <source>Password or app password</source>
            <translation>密码或应用专用密码（授权码）</translation>
        </message>
        <message>
            <source>Password of %1</source>
            <translation>%1 的密码</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Stop the import</source>
            <translation>停止导入</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
    </context>
    <context>
        <name>Inbox</name>
        <message>
            <source>The sync is started again.</source>
            <translation>同步正在重新启动。</translation>
        </message>
        <message>
            <source>Sync stopped · Restart</source>
            <translation>同步已停止 · 重新启动</translation>
        </message>
        <message>
            <source>%1 · Fix</source>
            <translation>%1 · 解决</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>待回复</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>搜索全部</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>清除搜索</translation>
        </message>
        <message>
            <source>Nothing for ‘%1’</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Try fewer words, a name or an order number. Esc leads back.</source>
            <translation>请试试更少的词、姓名或订单号。按 Esc 返回。</translation>
        </message>
        <message>
            <source>Nothing fits the filter</source>
            <translation>没有符合筛选条件的对话</translation>
        </message>
        <message>
            <source>There may be more in this list without it.</source>
            <translation>清除筛选后可能会显示更多。</translation>
        </message>
        <message>
            <source>Nothing here right now</source>
            <translation>这里暂时没有内容</translation>
        </message>
        <message>
            <source>New messages appear the moment they arrive.</source>
            <translation>新消息到达后会立即显示。</translation>
        </message>
        <message>
            <source>Search customers, orders, messages</source>
            <translation>搜索客户、订单、消息</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>收件箱</translation>
        </message>
        <message>
            <source>Notices: %1 unread</source>
            <translation>通知：%1 条未读</translation>
        </message>
        <message>
            <source>Looking for mail</source>
            <translation>正在查找邮件</translation>
        </message>
        <message>
            <source>Importing %1 of %2</source>
            <translation>正在导入 %1 / %2</translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>不到 1 分钟</translation>
        </message>
        <message>
            <source>about %1 min</source>
            <translation>约 %1 分钟</translation>
        </message>
        <message>
            <source>about %1 h</source>
            <translation>约 %1 小时</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Sync is paused</source>
            <translation>同步已暂停</translation>
        </message>
        <message>
            <source>Synced just now</source>
            <translation>刚刚已同步</translation>
        </message>
        <message>
            <source>Synced %1 min ago</source>
            <translation>%1 分钟前已同步</translation>
        </message>
        <message>
            <source>1 shop</source>
            <translation>1 个店铺</translation>
        </message>
        <message>
            <source>%1 shops</source>
            <translation>%1 个店铺</translation>
        </message>
        <message>
            <source>Sync: %1</source>
            <translation>同步：%1</translation>
        </message>
        <message>
            <source>Synced at %1</source>
            <translation>%1 已同步</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超时</translation>
        </message>
        <message>
            <source>Angry</source>
            <comment>heading over conversations with angry customers</comment>
            <translation>情绪激动</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Selected: %1</source>
            <translation>已选中：%1</translation>
        </message>
        <message>
            <source>1 mail could not be read</source>
            <translation>有 1 封邮件无法读取</translation>
        </message>
        <message>
            <source>%1 mails could not be read</source>
            <translation>有 %1 封邮件无法读取</translation>
        </message>
        <message>
            <source>1 selected</source>
            <translation>已选择 1 项</translation>
        </message>
        <message>
            <source>%1 selected</source>
            <translation>已选择 %1 项</translation>
        </message>
        <message>
            <source>Clear selection</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>One mailbox</source>
            <translation>一个邮箱</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>With attachments</source>
            <translation>有附件</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>所有邮箱</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>清除筛选</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>All keys</source>
            <translation>所有快捷键</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>or</source>
            <comment>between two ways to press the same command</comment>
            <translation>或</translation>
        </message>
    </context>
    <context>
        <name>Learned</name>
        <message>
            <source>%1 → %2</source>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>read as “%1” before</source>
            <translation>之前判为“%1”</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>紧急</translation>
        </message>
        <message>
            <source>Not urgent</source>
            <translation>不紧急</translation>
        </message>
        <message>
            <source>What Shopdesk has learned</source>
            <translation>Shopdesk 学到的内容</translation>
        </message>
        <message>
            <source>Whenever you say that a mail is about something else, Shopdesk reads the next one from this sender, or with these words, as you said.</source>
            <translation>每当你更正一封邮件的主题、情绪或紧急程度，之后来自同一发件人或含有相同词语的邮件就会按你的判断来读。</translation>
        </message>
        <message>
            <source>Nothing yet. %1 above a conversation shows what it is about and corrects it.</source>
            <translation>还没有。在会话中按 %1 可查看并更正它的主题。</translation>
        </message>
        <message>
            <source>%1 older ones are not shown.</source>
            <translation>更早的 %1 条未显示。</translation>
        </message>
        <message>
            <source>Removed: %1</source>
            <translation>已删除：%1</translation>
        </message>
        <message>
            <source>It is learned again.</source>
            <translation>已恢复这条经验。</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>学到的内容</translation>
        </message>
    </context>
    <context>
        <name>Muting</name>
        <message>
            <source>For 1 hour</source>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>到明天</translation>
        </message>
        <message>
            <source>Until I turn them on</source>
            <translation>直到我重新打开</translation>
        </message>
        <message>
            <source>Notifications are muted.</source>
            <translation>通知已静音。</translation>
        </message>
        <message>
            <source>Notifications are muted until %1.</source>
            <translation>通知已静音，直到%1。</translation>
        </message>
        <message>
            <source>Mute notifications:</source>
            <translation>通知静音：</translation>
        </message>
        <message>
            <source>Mute notifications: %1</source>
            <translation>通知静音：%1</translation>
        </message>
        <message>
            <source>Turn them on</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Turn notifications on</source>
            <translation>重新打开通知</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Close Shopdesk</source>
            <translation>关闭 Shopdesk</translation>
        </message>
        <message>
            <source>Keep syncing when the window is closed?</source>
            <translation>关闭窗口后是否继续同步？</translation>
        </message>
        <message>
            <source>An icon in the tray leads back. You can change this in Settings.</source>
            <translation>可通过托盘图标重新打开窗口。此项可在“设置”中更改。</translation>
        </message>
        <message>
            <source>Keep syncing</source>
            <translation>继续同步</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>%1 new messages need a reply</source>
            <translation>%1 封新邮件需要回复</translation>
        </message>
        <message>
            <source>A new message needs a reply</source>
            <translation>1 封新邮件需要回复</translation>
        </message>
        <message>
            <source>Open Shopdesk to read.</source>
            <translation>打开 Shopdesk 查看。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 conversations need a reply</source>
            <translation>%1 个会话需要回复</translation>
        </message>
        <message>
            <source>One conversation needs a reply</source>
            <translation>1 个会话需要回复</translation>
        </message>
        <message>
            <source>Open Shopdesk</source>
            <translation>打开 Shopdesk</translation>
        </message>
        <message>
            <source>Turn notifications on</source>
            <translation>重新打开通知</translation>
        </message>
        <message>
            <source>Mute for 1 hour</source>
            <translation>静音 1 小时</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
    </context>
    <context>
        <name>Orders</name>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1：%2 / %3</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>正在读取 %1</translation>
        </message>
        <message>
            <source>Reading %1: row %2</source>
            <translation>正在读取 %1：第 %2 行</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>How far the import is</source>
            <translation>导入进度</translation>
        </message>
        <message>
            <source>Import 1 order</source>
            <translation>导入 1 个订单</translation>
        </message>
        <message>
            <source>Import %1 orders</source>
            <translation>导入 %1 个订单</translation>
        </message>
        <message>
            <source>Nothing to import</source>
            <translation>没有可导入的内容</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Stopped; nothing was written.</source>
            <translation>已停止，未写入任何内容。</translation>
        </message>
        <message>
            <source>Files of orders</source>
            <translation>订单文件</translation>
        </message>
        <message>
            <source>Watched folder</source>
            <translation>监视的文件夹</translation>
        </message>
        <message>
            <source>Drop a file of orders here</source>
            <translation>将订单文件拖到此处</translation>
        </message>
        <message>
            <source>CSV, tab-separated or xlsx, as Shopify, WooCommerce, Amazon, eBay, Etsy, TikTok, Shopee, Lazada, Taobao, Wish and others export it</source>
            <translation>支持 Shopify、WooCommerce、亚马逊、eBay、Etsy、TikTok、Shopee、Lazada、淘宝、Wish 等平台导出的 CSV、制表符分隔或 xlsx 文件</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>New order files in a folder can come in by themselves.</source>
            <translation>可以自动导入某个文件夹中新出现的订单文件。</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Stop watching</source>
            <translation>停止监视</translation>
        </message>
        <message>
            <source>– none –</source>
            <translation>– 无 –</translation>
        </message>
        <message>
            <source>Column for: %1</source>
            <translation>对应的列：%1</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Later than promised</source>
            <translation>超过承诺时间</translation>
        </message>
        <message>
            <source>No scan for days</source>
            <translation>多日没有物流更新</translation>
        </message>
        <message>
            <source>Not shipped in time</source>
            <translation>未按时发货</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Address to be checked</source>
            <translation>地址待核对</translation>
        </message>
        <message>
            <source>Phone number to be checked</source>
            <translation>电话待核对</translation>
        </message>
        <message>
            <source>Outside of the area</source>
            <translation>超出配送范围</translation>
        </message>
        <message>
            <source>Parcel number mistyped</source>
            <translation>运单号有误</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>已 %1</translation>
        </message>
        <message>
            <source>It was to arrive by %1.</source>
            <translation>应于 %1 前送达。</translation>
        </message>
        <message>
            <source>Parcel %2 was last seen on %3.</source>
            <translation>包裹 %2 最后一次物流更新是在 %3。</translation>
        </message>
        <message>
            <source>It was to leave by %1.</source>
            <translation>应于 %1 前发货。</translation>
        </message>
        <message>
            <source>Ordered on %4 and not paid since.</source>
            <translation>%4 下单，至今未付款。</translation>
        </message>
        <message>
            <source>%2 is no number that can be called.</source>
            <translation>%2 不是可以拨打的号码。</translation>
        </message>
        <message>
            <source>The shop does not send to %2.</source>
            <translation>本店不向%2发货。</translation>
        </message>
        <message>
            <source>%2 is no valid parcel number: a sign of it is wrong.</source>
            <translation>%2 不是有效的运单号：其中有一位写错了。</translation>
        </message>
        <message>
            <source>The address has no name.</source>
            <translation>地址缺少收件人。</translation>
        </message>
        <message>
            <source>The address has no street.</source>
            <translation>地址缺少街道。</translation>
        </message>
        <message>
            <source>The street has no house number.</source>
            <translation>街道缺少门牌号。</translation>
        </message>
        <message>
            <source>The address has no town.</source>
            <translation>地址缺少城市。</translation>
        </message>
        <message>
            <source>The address has no postcode.</source>
            <translation>地址缺少邮编。</translation>
        </message>
        <message>
            <source>The postcode does not look like one of its country.</source>
            <translation>邮编不符合该国的格式。</translation>
        </message>
        <message>
            <source>No name in the file</source>
            <translation>文件中没有姓名</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 等另外 %2 件</translation>
        </message>
        <message>
            <source>1 piece</source>
            <translation>1 件</translation>
        </message>
        <message>
            <source>%1 pieces</source>
            <translation>%1 件</translation>
        </message>
        <message>
            <source>Date of the order</source>
            <translation>下单时间</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>最后更新</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>寄往</translation>
        </message>
        <message>
            <source>Status of the payment</source>
            <translation>付款状态</translation>
        </message>
        <message>
            <source>Status of shipping</source>
            <translation>发货状态</translation>
        </message>
        <message>
            <source>Status of the return</source>
            <translation>退货状态</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>付款时间</translation>
        </message>
        <message>
            <source>Shipped on</source>
            <translation>发货时间</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达时间</translation>
        </message>
        <message>
            <source>Cancelled on</source>
            <translation>取消时间</translation>
        </message>
        <message>
            <source>Ship by</source>
            <translation>最晚发货时间</translation>
        </message>
        <message>
            <source>Promised delivery</source>
            <translation>承诺送达时间</translation>
        </message>
        <message>
            <source>Last scan</source>
            <translation>最近物流更新</translation>
        </message>
        <message>
            <source>Mail address or alias</source>
            <translation>邮箱地址或平台别名</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Name at the marketplace</source>
            <translation>平台用户名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>街道</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>省 / 州</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>SKU</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price of the line</source>
            <translation>行金额</translation>
        </message>
        <message>
            <source>Line with shipping and tax</source>
            <translation>含运费和税的行金额</translation>
        </message>
        <message>
            <source>Sum of the order</source>
            <translation>订单总额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>退款金额</translation>
        </message>
        <message>
            <source>Parcel number</source>
            <translation>运单号</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>物流公司</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Shopify orders</source>
            <translation>Shopify 订单</translation>
        </message>
        <message>
            <source>WooCommerce orders (Analytics)</source>
            <translation>WooCommerce 订单（Analytics）</translation>
        </message>
        <message>
            <source>WooCommerce orders (export add-on)</source>
            <translation>WooCommerce 订单（导出插件）</translation>
        </message>
        <message>
            <source>Amazon unshipped or new orders</source>
            <translation>亚马逊未发货 / 新订单</translation>
        </message>
        <message>
            <source>Amazon all orders</source>
            <translation>亚马逊全部订单</translation>
        </message>
        <message>
            <source>eBay orders report</source>
            <translation>eBay 订单报告</translation>
        </message>
        <message>
            <source>Etsy sold orders</source>
            <translation>Etsy 已售订单</translation>
        </message>
        <message>
            <source>Etsy sold order items</source>
            <translation>Etsy 已售商品</translation>
        </message>
        <message>
            <source>TikTok Shop orders</source>
            <translation>TikTok Shop 订单</translation>
        </message>
        <message>
            <source>Shopee orders</source>
            <translation>Shopee 订单</translation>
        </message>
        <message>
            <source>Lazada orders</source>
            <translation>Lazada 订单</translation>
        </message>
        <message>
            <source>Taobao or Tmall orders</source>
            <translation>淘宝 / 天猫订单</translation>
        </message>
        <message>
            <source>Taobao or Tmall items</source>
            <translation>淘宝 / 天猫宝贝明细</translation>
        </message>
        <message>
            <source>Wish orders</source>
            <translation>Wish 订单</translation>
        </message>
        <message>
            <source>Dianxiaomi orders</source>
            <translation>店小秘订单</translation>
        </message>
        <message>
            <source>1 row has no order number and is left out</source>
            <translation>1 行没有订单号，已略过</translation>
        </message>
        <message>
            <source>%1 rows have no order number and are left out</source>
            <translation>%1 行没有订单号，已略过</translation>
        </message>
        <message>
            <source>1 row has a number that a spreadsheet program rounded, and is left out</source>
            <translation>1 行的订单号被表格软件截断，已略过</translation>
        </message>
        <message>
            <source>%1 rows have numbers that a spreadsheet program rounded, and are left out</source>
            <translation>%1 行的订单号被表格软件截断，已略过</translation>
        </message>
        <message>
            <source>1 row has too many or too few cells and is left out</source>
            <translation>1 行的单元格过多或过少，已略过</translation>
        </message>
        <message>
            <source>%1 rows have too many or too few cells and are left out</source>
            <translation>%1 行的单元格过多或过少，已略过</translation>
        </message>
        <message>
            <source>1 date cannot be read; the order comes in without it</source>
            <translation>1 个日期无法识别，订单将不带该日期导入</translation>
        </message>
        <message>
            <source>%1 dates cannot be read; the orders come in without them</source>
            <translation>%1 个日期无法识别，订单将不带这些日期导入</translation>
        </message>
        <message>
            <source>1 amount cannot be read; the order comes in without it</source>
            <translation>1 个金额无法识别，订单将不带该金额导入</translation>
        </message>
        <message>
            <source>%1 amounts cannot be read; the orders come in without them</source>
            <translation>%1 个金额无法识别，订单将不带这些金额导入</translation>
        </message>
        <message>
            <source>1 quantity cannot be read and counts as one piece</source>
            <translation>1 个数量无法识别，按 1 件计算</translation>
        </message>
        <message>
            <source>%1 quantities cannot be read and count as one piece</source>
            <translation>%1 个数量无法识别，均按 1 件计算</translation>
        </message>
        <message>
            <source>1 status is not known; the order comes in without it</source>
            <translation>1 个状态未知，订单将不带该状态导入</translation>
        </message>
        <message>
            <source>%1 statuses are not known; the orders come in without them</source>
            <translation>%1 个状态未知，订单将不带这些状态导入</translation>
        </message>
        <message>
            <source>Row %1</source>
            <translation>第 %1 行</translation>
        </message>
        <message>
            <source>1 new</source>
            <translation>新增 1 个</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>新增 %1 个</translation>
        </message>
        <message>
            <source>1 changed</source>
            <translation>更新 1 个</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <translation>更新 %1 个</translation>
        </message>
        <message>
            <source>1 the same</source>
            <translation>1 个无变化</translation>
        </message>
        <message>
            <source>%1 the same</source>
            <translation>%1 个无变化</translation>
        </message>
        <message>
            <source>1 row left out</source>
            <translation>略过 1 行</translation>
        </message>
        <message>
            <source>%1 rows left out</source>
            <translation>略过 %1 行</translation>
        </message>
        <message>
            <source>Brought in: %1 new, %2 changed, %3 the same</source>
            <translation>已导入：新增 %1 个，更新 %2 个，%3 个无变化</translation>
        </message>
        <message>
            <source>Which column has the order numbers? Choose it below.</source>
            <translation>订单号在哪一列？请在下方选择。</translation>
        </message>
        <message>
            <source>No order of this file can be used.</source>
            <translation>此文件中没有可用的订单。</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 行</translation>
        </message>
        <message>
            <source>Own table</source>
            <translation>自有表格</translation>
        </message>
        <message>
            <source>Hide the columns</source>
            <translation>收起各列</translation>
        </message>
        <message>
            <source>Choose the columns…</source>
            <translation>选择各列…</translation>
        </message>
        <message>
            <source>When shall an order be looked at?</source>
            <translation>何时需要关注订单？</translation>
        </message>
        <message>
            <source>Days without a scan</source>
            <translation>没有物流更新的天数</translation>
        </message>
        <message>
            <source>Hours without payment</source>
            <translation>未付款的小时数</translation>
        </message>
        <message>
            <source>Countries the shop sends to</source>
            <translation>本店发货的国家</translation>
        </message>
        <message>
            <source>Codes of two letters such as DE, AT, FR; empty: all countries</source>
            <translation>两个字母的国家代码，例如 DE、AT、FR；留空表示所有国家</translation>
        </message>
        <message>
            <source>All countries</source>
            <translation>所有国家</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>“%1” is no code of a country. Germany is DE, China is CN.</source>
            <translation>“%1”不是国家代码。德国是 DE，中国是 CN。</translation>
        </message>
        <message>
            <source>%1 is left alone until something changes</source>
            <translation>%1 在有变化之前不再提示</translation>
        </message>
        <message>
            <source>%1 is listed again</source>
            <translation>%1 已重新列出</translation>
        </message>
        <message>
            <source>The rules are as they were</source>
            <translation>规则已恢复</translation>
        </message>
        <message>
            <source>The rules were changed</source>
            <translation>规则已更改</translation>
        </message>
        <message>
            <source>Parcels to watch</source>
            <translation>待关注的包裹</translation>
        </message>
        <message>
            <source>Orders that need somebody</source>
            <translation>需要处理的订单</translation>
        </message>
        <message>
            <source>1 order</source>
            <translation>1 个订单</translation>
        </message>
        <message>
            <source>%1 orders</source>
            <translation>%1 个订单</translation>
        </message>
        <message>
            <source>Looking through the orders…</source>
            <translation>正在检查订单…</translation>
        </message>
        <message>
            <source>Nothing is late, unpaid or badly addressed: %1.</source>
            <translation>没有延误、未付款或地址有误的订单：共 %1。</translation>
        </message>
        <message>
            <source>All orders are on their way</source>
            <translation>所有订单都在路上</translation>
        </message>
        <message>
            <source>Bring in a marketplace’s order file: late and faulty orders are listed here.</source>
            <translation>导入平台的订单文件后，延误和有问题的订单会列在这里。</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>还没有订单</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>写信</translation>
        </message>
        <message>
            <source>Not a problem</source>
            <translation>没有问题</translation>
        </message>
        <message>
            <source>Leave it alone until something about it changes (E)</source>
            <translation>在有变化之前不再提示 (E)</translation>
        </message>
        <message>
            <source>Write to the customer (Enter)</source>
            <translation>给客户写信 (Enter)</translation>
        </message>
        <message>
            <source>The file has no mail address of this customer: write through the marketplace.</source>
            <translation>文件中没有该客户的邮箱：请通过平台联系。</translation>
        </message>
        <message>
            <source>No template fits; the mail begins empty.</source>
            <translation>没有合适的模板；邮件从空白开始。</translation>
        </message>
        <message>
            <source>With the template “%1”</source>
            <translation>使用模板“%1”</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>To %1: %2</source>
            <translation>发给 %1：%2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>舍弃</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>再查一次</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新发送</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>已经发出</translation>
        </message>
        <message>
            <source>We do not know whether this mail to %1 left.</source>
            <translation>无法确定发给 %1 的这封邮件是否已发出。</translation>
        </message>
        <message>
            <source>It waits for your decision.</source>
            <translation>等待您的决定。</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <translation>未发送：%1</translation>
        </message>
        <message>
            <source>Sent, but not to %1.</source>
            <translation>已发送，但 %1 未收到。</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Being sent…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>Will be sent when you are online.</source>
            <translation>联网后自动发送。</translation>
        </message>
        <message>
            <source>Not sent yet: %1</source>
            <translation>尚未发送：%1</translation>
        </message>
        <message>
            <source>Leaves now</source>
            <translation>即将发送</translation>
        </message>
        <message>
            <source>Leaves %1</source>
            <translation>将于 %1 发送</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>发件箱</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Nothing waits: every mail has left.</source>
            <translation>没有等待发送的邮件，全部已发出。</translation>
        </message>
        <message>
            <source>1 mail has not left yet.</source>
            <translation>有 1 封邮件尚未发出。</translation>
        </message>
        <message>
            <source>%1 mails have not left yet.</source>
            <translation>有 %1 封邮件尚未发出。</translation>
        </message>
        <message>
            <source>Sending 1 mail…</source>
            <translation>正在发送 1 封邮件…</translation>
        </message>
        <message>
            <source>Sending %1 mails…</source>
            <translation>正在发送 %1 封邮件…</translation>
        </message>
        <message>
            <source>The window closes by itself when they have left.</source>
            <translation>发送完成后窗口会自动关闭。</translation>
        </message>
        <message>
            <source>Close now</source>
            <translation>立即关闭</translation>
        </message>
        <message>
            <source>It leaves when Shopdesk runs again and is online.</source>
            <translation>下次运行 Shopdesk 并联网时会自动发送。</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>仍然关闭</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>1 mail waits</source>
            <translation>1 封邮件等待发送</translation>
        </message>
        <message>
            <source>%1 mails wait</source>
            <translation>%1 封邮件等待发送</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>1 conversation</source>
            <translation>1 个会话</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 个会话</translation>
        </message>
        <message>
            <source>Snooze until %1</source>
            <translation>稍后提醒：%1</translation>
        </message>
        <message>
            <source>Search messages for “%1”</source>
            <translation>在消息中搜索“%1”</translation>
        </message>
        <message>
            <source>last seen %1</source>
            <translation>最近来信 %1</translation>
        </message>
        <message>
            <source>This conversation</source>
            <translation>当前会话</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Commands, customers, orders</source>
            <translation>命令、客户、订单</translation>
        </message>
        <message>
            <source>Type a command, a customer or an order number</source>
            <translation>输入命令、客户或订单号</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>匹配结果</translation>
        </message>
        <message>
            <source>Nothing fits. Try other words.</source>
            <translation>没有匹配的内容，换个词试试。</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Other conversations</source>
            <translation>其他会话</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>写备注</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>已折叠</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>已展开</translation>
        </message>
        <message>
            <source>%1: fold or move</source>
            <translation>%1：折叠或移动</translation>
        </message>
        <message>
            <source>Unfold</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>折叠</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>First message %1</source>
            <translation>首次来信 %1</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>复制邮箱地址</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>消费</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Remove tag %1</source>
            <translation>移除标签“%1”</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>添加标签</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>新标签</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>待回复</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>This is the first conversation with this customer.</source>
            <translation>这是与该客户的第一次会话。</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>显示全部 %1 个</translation>
        </message>
        <message>
            <source>Note about this customer</source>
            <translation>客户备注</translation>
        </message>
        <message>
            <source>What is worth remembering? Only your team sees it.</source>
            <translation>有什么需要记住的？只有自己人看得到。</translation>
        </message>
        <message>
            <source>Save note</source>
            <translation>保存备注</translation>
        </message>
        <message>
            <source>Save note (Ctrl+Enter)</source>
            <translation>保存备注（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>unsaved change</source>
            <translation>有未保存的修改</translation>
        </message>
        <message>
            <source>Edit note: %1</source>
            <translation>修改备注：%1</translation>
        </message>
        <message>
            <source>Remove note: %1</source>
            <translation>删除备注：%1</translation>
        </message>
        <message>
            <source>Draft: %1</source>
            <translation>草稿：%1</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>还没有备注。</translation>
        </message>
        <message>
            <source>No item in the file</source>
            <translation>文件中没有商品</translation>
        </message>
        <message>
            <source>Copy parcel number %1</source>
            <translation>复制运单号 %1</translation>
        </message>
        <message>
            <source>Put parcel number %1 into the reply</source>
            <translation>将运单号 %1 插入回复</translation>
        </message>
        <message>
            <source>%1 items</source>
            <translation>%1 件商品</translation>
        </message>
        <message>
            <source>Put order number %1 into the reply</source>
            <translation>将订单号 %1 插入回复</translation>
        </message>
        <message>
            <source>Search for order %1</source>
            <translation>搜索订单 %1</translation>
        </message>
        <message>
            <source>No order number in these messages.</source>
            <translation>这些邮件中没有订单号。</translation>
        </message>
        <message>
            <source>Show 1 more order</source>
            <translation>再显示 1 个订单</translation>
        </message>
        <message>
            <source>Show %1 more orders</source>
            <translation>再显示 %1 个订单</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付款</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Block the sender</source>
            <translation>屏蔽发件人</translation>
        </message>
        <message>
            <source>Unblock %1</source>
            <translation>取消屏蔽 %1</translation>
        </message>
        <message>
            <source>Block %1</source>
            <translation>屏蔽 %1</translation>
        </message>
        <message>
            <source>Block everybody at %1</source>
            <translation>屏蔽 %1 的所有人</translation>
        </message>
        <message>
            <source>%2, and mark 1 open conversation done</source>
            <translation>%2，并将 1 个未完成的会话标为完成</translation>
        </message>
        <message>
            <source>%2, and mark %1 open conversations done</source>
            <translation>%2，并将 %1 个未完成的会话标为完成</translation>
        </message>
        <message>
            <source>Type a name or an address, also one that never wrote.</source>
            <translation>输入姓名或地址，从未来信的地址也可以。</translation>
        </message>
        <message>
            <source>Conversations, orders, notes and cases of both stand together. Z takes it back.</source>
            <translation>双方的会话、订单、备注和售后单将归在一起。按 Z 可撤销。</translation>
        </message>
        <message>
            <source>Who is %1 too?</source>
            <translation>%1 还是谁？</translation>
        </message>
        <message>
            <source>Name or address</source>
            <translation>姓名或地址</translation>
        </message>
        <message>
            <source>Join with…</source>
            <translation>合并客户…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>屏蔽…</translation>
        </message>
        <message>
            <source>All their addresses: %1</source>
            <translation>全部地址：%1</translation>
        </message>
        <message>
            <source>writes about the same order %1</source>
            <translation>在邮件里提到同一订单 %1</translation>
        </message>
        <message>
            <source>order %1 was placed under this address</source>
            <translation>订单 %1 是用这个地址下的</translation>
        </message>
        <message>
            <source>same buyer account %1</source>
            <translation>同一个买家账号 %1</translation>
        </message>
        <message>
            <source>same name and telephone number %1</source>
            <translation>姓名和电话 %1 相同</translation>
        </message>
        <message>
            <source>Also writes from</source>
            <translation>还使用这些地址</translation>
        </message>
        <message>
            <source>Also this customer?</source>
            <translation>也是这位客户吗？</translation>
        </message>
        <message>
            <source>Part %1 from this customer</source>
            <translation>将 %1 从这位客户拆出</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Join with %1</source>
            <translation>与 %1 合并</translation>
        </message>
        <message>
            <source>Blocked senders</source>
            <translation>屏蔽的发件人</translation>
        </message>
        <message>
            <source>Their mails are kept and found by the search, but they stand among the notices, ask for no answer and ring no bell.</source>
            <translation>他们的邮件会照常保存，也能搜索到，但只放在通知里，不要求回复，也不会提醒。</translation>
        </message>
        <message>
            <source>Nobody. %1 above a conversation puts its sender here.</source>
            <translation>暂无。在会话中按 %1 可将其发件人加到这里。</translation>
        </message>
        <message>
            <source>%1 is heard again, also with what came meanwhile.</source>
            <translation>已取消屏蔽 %1，期间收到的邮件也已恢复。</translation>
        </message>
        <message>
            <source>Blocked again.</source>
            <translation>已重新屏蔽。</translation>
        </message>
        <message>
            <source>Everybody at %1</source>
            <translation>%1 的所有人</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>始于 %1</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>取消屏蔽</translation>
        </message>
        <message>
            <source>Writes %1</source>
            <translation>使用%1</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>当地 %1（%2）</translation>
        </message>
        <message>
            <source>%1 there, perhaps in %2</source>
            <translation>当地 %1（可能在 %2）</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>1 value missing</source>
            <translation>缺 1 项</translation>
        </message>
        <message>
            <source>%1 values missing</source>
            <translation>缺 %1 项</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>插入</translation>
        </message>
        <message>
            <source>Tab  next value</source>
            <translation>Tab  下一项</translation>
        </message>
        <message>
            <source>No words in %1: %2 is used.</source>
            <translation>没有%1版本，将使用%2。</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Search templates</source>
            <translation>搜索模板</translation>
        </message>
        <message>
            <source>Name, words or code</source>
            <translation>名称、内容或代码</translation>
        </message>
        <message>
            <source>No template for “%1”</source>
            <translation>没有找到“%1”的模板</translation>
        </message>
        <message>
            <source>There are no templates yet.</source>
            <translation>还没有模板。</translation>
        </message>
        <message>
            <source>Not used yet</source>
            <translation>尚未使用</translation>
        </message>
        <message>
            <source>Used once</source>
            <translation>用过 1 次</translation>
        </message>
        <message>
            <source>Used %1 times</source>
            <translation>用过 %1 次</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>Placeholders</name>
        <message>
            <source>first name</source>
            <translation>客户称呼</translation>
        </message>
        <message>
            <source>customer's name</source>
            <translation>客户姓名</translation>
        </message>
        <message>
            <source>customer's address</source>
            <translation>客户邮箱</translation>
        </message>
        <message>
            <source>order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>amount paid</source>
            <translation>付款金额</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>全部商品</translation>
        </message>
        <message>
            <source>number of pieces</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>sum of the order</source>
            <translation>订单总额</translation>
        </message>
        <message>
            <source>day of the order</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>day of shipping</source>
            <translation>发货日期</translation>
        </message>
        <message>
            <source>day of delivery</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>promised day of delivery</source>
            <translation>承诺送达日期</translation>
        </message>
        <message>
            <source>delivery address</source>
            <translation>收货地址</translation>
        </message>
        <message>
            <source>tracking number</source>
            <translation>快递单号</translation>
        </message>
        <message>
            <source>carrier</source>
            <translation>承运商</translation>
        </message>
        <message>
            <source>shop's name</source>
            <translation>店铺名称</translation>
        </message>
        <message>
            <source>shop's address</source>
            <translation>店铺邮箱</translation>
        </message>
        <message>
            <source>marketplace</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>your name</source>
            <translation>您的名字</translation>
        </message>
        <message>
            <source>subject of the conversation</source>
            <translation>会话主题</translation>
        </message>
        <message>
            <source>today's date</source>
            <translation>今天的日期</translation>
        </message>
        <message>
            <source>tomorrow's date</source>
            <translation>明天的日期</translation>
        </message>
        <message>
            <source>next working day</source>
            <translation>下一个工作日</translation>
        </message>
        <message>
            <source>day of the promise</source>
            <translation>承诺日期</translation>
        </message>
    </context>
    <context>
        <name>Promises</name>
        <message>
            <source>Another time</source>
            <translation>改时间</translation>
        </message>
        <message>
            <source>By when shall it be done?</source>
            <translation>改到什么时候？</translation>
        </message>
        <message>
            <source>Not going to happen</source>
            <translation>不会兑现</translation>
        </message>
        <message>
            <source>Why? (optional)</source>
            <translation>原因（可不填）</translation>
        </message>
        <message>
            <source>Put off for: %1</source>
            <translation>推迟是为了：%1</translation>
        </message>
        <message>
            <source>A template set this reminder: “%1”</source>
            <translation>模板设定的提醒：“%1”</translation>
        </message>
        <message>
            <source>%2 wrote “%1”</source>
            <translation>%2 写道“%1”</translation>
        </message>
        <message>
            <source>You wrote “%1”</source>
            <translation>你写道“%1”</translation>
        </message>
        <message>
            <source>Kept: %1</source>
            <translation>已兑现：%1</translation>
        </message>
        <message>
            <source>Another time: %1</source>
            <translation>改时间：%1</translation>
        </message>
        <message>
            <source>Not going to happen: %1</source>
            <translation>不会兑现：%1</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>已改期</translation>
        </message>
        <message>
            <source>Not kept</source>
            <translation>未兑现</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Nothing is promised here.</source>
            <translation>这里没有未兑现的承诺。</translation>
        </message>
        <message>
            <source>Promise something: “friday: send the invoice”</source>
            <translation>添加承诺：“周五：寄发票”</translation>
        </message>
        <message>
            <source>By when, and what</source>
            <translation>什么时候、做什么</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Say when, a colon, and what: “friday 14:00: send the invoice”.</source>
            <translation>先写时间，再写冒号和内容，例如“周五14:00：寄发票”。</translation>
        </message>
        <message>
            <source>Keep, move or give up</source>
            <translation>兑现、改期或放弃</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺</translation>
        </message>
    </context>
    <context>
        <name>Reminder</name>
        <message>
            <source>Customers are waiting</source>
            <translation>有客户在等</translation>
        </message>
        <message>
            <source>Do not disturb</source>
            <translation>勿扰</translation>
        </message>
        <message>
            <source>No reminders and notifications…</source>
            <translation>不提醒、不通知…</translation>
        </message>
        <message>
            <source>Notify and remind again</source>
            <translation>恢复通知和提醒</translation>
        </message>
        <message>
            <source>Settings of notifications…</source>
            <translation>通知设置…</translation>
        </message>
        <message>
            <source>Notifications and reminders are on again.</source>
            <translation>已恢复通知和提醒。</translation>
        </message>
        <message>
            <source>Nobody waits too long.</source>
            <translation>没有客户等太久。</translation>
        </message>
        <message>
            <source>Open the oldest</source>
            <translation>打开最久的</translation>
        </message>
        <message>
            <source>Not now…</source>
            <translation>暂不提醒…</translation>
        </message>
        <message>
            <source>Put the reminder away until another one is due</source>
            <translation>收起提醒，直到又有会话快到期</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>1 customer waits for an answer, since %2</source>
            <translation>1 位客户在等回复，从 %2 开始</translation>
        </message>
        <message>
            <source>%1 customers wait for an answer, the longest since %2</source>
            <translation>%1 位客户在等回复，最久的从 %2 开始</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>first due %1</source>
            <translation>最早 %1 到期</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已超时</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 个已超时</translation>
        </message>
    </context>
    <context>
        <name>ReplyCheck</name>
        <message>
            <source>Name what this customer wrote about: the item, the order or the parcel.</source>
            <translation>请点明客户所说的具体事情：商品、订单或包裹。</translation>
        </message>
        <message>
            <source>Say who does what, and by when.</source>
            <translation>请写明谁来做什么，什么时候完成。</translation>
        </message>
        <message>
            <source>“%1” alone helps nobody. Say what you do about it, and by when.</source>
            <translation>只有“%1”解决不了问题。请写明怎么处理、什么时候完成。</translation>
        </message>
        <message>
            <source>“%1” is vague. Name a day, a number or a person.</source>
            <translation>“%1”太含糊。请写明日期、数字或负责人。</translation>
        </message>
        <message>
            <source>The text says “%1”, but no file is attached.</source>
            <translation>正文提到“%1”，但没有添加附件。</translation>
        </message>
        <message>
            <source>This customer is not called “%1”.</source>
            <translation>这位客户不叫“%1”。</translation>
        </message>
        <message>
            <source>The customer wrote in %2, this reply is in %1.</source>
            <translation>客户用的是%2，这封回复用的是%1。</translation>
        </message>
        <message>
            <source>The customer is upset (“%1”). Take that up in the first sentences.</source>
            <translation>客户情绪激动（“%1”）。请在开头先回应客户的感受。</translation>
        </message>
        <message>
            <source>Long sentences are hard to read. Split this one.</source>
            <translation>句子太长不易读懂，请拆成几句。</translation>
        </message>
        <message>
            <source>This reply is long. Keep what the customer needs to know.</source>
            <translation>这封回复偏长，请只保留客户需要知道的内容。</translation>
        </message>
        <message>
            <source>“%1” reads like shouting.</source>
            <translation>“%1”读起来像在大声喊叫。</translation>
        </message>
        <message>
            <source>“%1” promises what nobody can check. Say what you do instead.</source>
            <translation>“%1”是无法兑现的空话，请改写成具体做法。</translation>
        </message>
        <message>
            <source>The customer wrote to another address than %1.</source>
            <translation>客户当初写信的地址不是 %1。</translation>
        </message>
        <message>
            <source>This marketplace allows no links to other sites: “%1”.</source>
            <translation>该平台不允许站外链接：“%1”。</translation>
        </message>
        <message>
            <source>This marketplace allows no phone numbers: “%1”.</source>
            <translation>该平台不允许留电话号码：“%1”。</translation>
        </message>
        <message>
            <source>This marketplace allows no mail addresses: “%1”.</source>
            <translation>该平台不允许留邮箱地址：“%1”。</translation>
        </message>
        <message>
            <source>The marketplace may reject mail from %1. Answer from the address that the buyer wrote to.</source>
            <translation>平台可能拒收来自 %1 的邮件。请用买家写信的那个地址回复。</translation>
        </message>
        <message>
            <source>Keep “%1” in the subject; the marketplace files by it.</source>
            <translation>请在主题中保留“%1”，平台靠它归档。</translation>
        </message>
        <message>
            <source>Marketplaces forbid asking for good reviews or paying for them: “%1”.</source>
            <translation>平台禁止索要好评或以利益换好评：“%1”。</translation>
        </message>
        <message>
            <source>Marketplaces forbid leading buyers elsewhere: “%1”.</source>
            <translation>平台禁止把买家引到站外：“%1”。</translation>
        </message>
        <message>
            <source>This marketplace allows no advertising in replies: “%1”.</source>
            <translation>该平台不允许在回复中做推广：“%1”。</translation>
        </message>
        <message>
            <source>Buyers of this marketplace are answered on its site; mail does not reach them.</source>
            <translation>该平台的买家只能在站内回复，邮件送达不了。</translation>
        </message>
        <message>
            <source>”, “</source>
            <comment>between quoted words</comment>
            <translation>”、“</translation>
        </message>
        <message>
            <source>For example: %1</source>
            <translation>例如：%1</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英语</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>German</source>
            <translation>德语</translation>
        </message>
        <message>
            <source>French</source>
            <translation>法语</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>西班牙语</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>意大利语</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>葡萄牙语</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>荷兰语</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>波兰语</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日语</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>韩语</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>俄语</translation>
        </message>
        <message>
            <source>Send once more to send it as it is.</source>
            <translation>再次发送即可照原样发出。</translation>
        </message>
        <message>
            <source>Answered: %1</source>
            <translation>已回答：%1</translation>
        </message>
        <message>
            <source>Not answered yet: %1</source>
            <translation>尚未回答：%1</translation>
        </message>
        <message>
            <source>Not allowed: %1</source>
            <translation>不允许：%1</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>警告：%1</translation>
        </message>
        <message>
            <source>Hint: %1</source>
            <translation>提示：%1</translation>
        </message>
        <message>
            <source>Dismiss: %1</source>
            <translation>忽略：%1</translation>
        </message>
        <message>
            <source>Dismiss for this draft</source>
            <translation>在此草稿中忽略</translation>
        </message>
        <message>
            <source>Looks good</source>
            <translation>没有问题</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>还有 %1 条</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>收起</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Show chart</source>
            <translation>看图表</translation>
        </message>
        <message>
            <source>Show table</source>
            <translation>看表格</translation>
        </message>
        <message>
            <source>%1 to %2, compared with %3 to %4</source>
            <translation>%1 至 %2，对比 %3 至 %4</translation>
        </message>
        <message>
            <source>Nothing was answered yet</source>
            <translation>还没有回复过</translation>
        </message>
        <message>
            <source>9 of 10 within %1</source>
            <translation>九成在 %1 内</translation>
        </message>
        <message>
            <source>as before</source>
            <translation>与之前持平</translation>
        </message>
        <message>
            <source>%1 faster</source>
            <translation>快了 %1</translation>
        </message>
        <message>
            <source>%1 slower</source>
            <translation>慢了 %1</translation>
        </message>
        <message>
            <source>%1 points more</source>
            <translation>提高 %1 个百分点</translation>
        </message>
        <message>
            <source>%1 points less</source>
            <translation>下降 %1 个百分点</translation>
        </message>
        <message>
            <source>%1: %2 conversations today, usually %3 by this time</source>
            <translation>%1：今天已有 %2 个会话，往常这个时候约 %3 个</translation>
        </message>
        <message>
            <source>Most come on %1 from %2:00</source>
            <translation>%1 %2:00 起来信最多</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>First reply, median</source>
            <translation>首次回复（中位数）</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 个中 %1 个</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>Solved with one reply</source>
            <translation>一次回复即解决</translation>
        </message>
        <message>
            <source>Done after a single reply of yours, and the customer wrote no more.</source>
            <translation>您只回复了一次就完成，客户之后没有再写信。</translation>
        </message>
        <message>
            <source>the longest for %1</source>
            <translation>最久已等 %1</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>等您回复</translation>
        </message>
        <message>
            <source>1 received</source>
            <translation>收到 1 封</translation>
        </message>
        <message>
            <source>%1 received</source>
            <translation>收到 %1 封</translation>
        </message>
        <message>
            <source>1 answered</source>
            <translation>回复 1 封</translation>
        </message>
        <message>
            <source>%1 answered</source>
            <translation>回复 %1 封</translation>
        </message>
        <message>
            <source>Received and answered</source>
            <translation>来信与回复</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>Median of each day, from the customer’s first mail to your first reply</source>
            <translation>每天的中位数：从客户第一封邮件到您的首次回复</translation>
        </message>
        <message>
            <source>First reply</source>
            <translation>首次回复</translation>
        </message>
        <message>
            <source>No conversation began in these days.</source>
            <translation>这些天没有新会话。</translation>
        </message>
        <message>
            <source>What it was about</source>
            <translation>来信主题</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>When mails come</source>
            <translation>来信时段</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报表</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>Other days</source>
            <translation>自选日期</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>时间段</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Opening hours only</source>
            <translation>只算营业时间</translation>
        </message>
        <message>
            <source>Count times in opening hours only</source>
            <translation>时长只按营业时间计算</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Save the figures as CSV or Excel</source>
            <translation>把数据保存为 CSV 或 Excel</translation>
        </message>
        <message>
            <source>Hide mails</source>
            <translation>收起邮件</translation>
        </message>
        <message>
            <source>Show mails</source>
            <translation>查看邮件</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>from:</source>
            <translation>发件人:</translation>
        </message>
        <message>
            <source>Name or address of the customer</source>
            <translation>客户的姓名或邮箱地址</translation>
        </message>
        <message>
            <source>order:</source>
            <translation>订单:</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>has:photo</source>
            <translation>有:图片</translation>
        </message>
        <message>
            <source>Only with photos or files</source>
            <translation>只看带图片或文件的</translation>
        </message>
        <message>
            <source>after:7d</source>
            <translation>之后:7d</translation>
        </message>
        <message>
            <source>Only of the last 7 days; a date works too</source>
            <translation>只看最近 7 天；也可以写日期</translation>
        </message>
        <message>
            <source>before:</source>
            <translation>之前:</translation>
        </message>
        <message>
            <source>Only before a date, such as 2026-01-31</source>
            <translation>只看某个日期之前的，例如 2026-01-31</translation>
        </message>
    </context>
    <context>
        <name>Selection</name>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>待回复</translation>
        </message>
    </context>
    <context>
        <name>SetAside</name>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Mails that could not be read</source>
            <translation>无法读取的邮件</translation>
        </message>
        <message>
            <source>Try all again</source>
            <translation>全部重试</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Nothing is lost: every byte is kept, and an update may learn to read them.</source>
            <translation>没有任何内容丢失：邮件的每个字节都已保留，以后的更新可能就能读取它们。</translation>
        </message>
        <message>
            <source>Everything could be read.</source>
            <translation>所有邮件都已成功读取。</translation>
        </message>
        <message>
            <source>One older mail is not shown.</source>
            <translation>另有 1 封较早的邮件未显示。</translation>
        </message>
        <message>
            <source>%1 older mails are not shown.</source>
            <translation>另有 %1 封较早的邮件未显示。</translation>
        </message>
        <message>
            <source>Save raw mail</source>
            <translation>保存原始邮件</translation>
        </message>
        <message>
            <source>Its parts are packed into each other too deeply.</source>
            <translation>邮件各部分的嵌套层数太多。</translation>
        </message>
        <message>
            <source>It has far more parts than any real mail.</source>
            <translation>邮件包含的部分数量远超正常邮件。</translation>
        </message>
        <message>
            <source>Its header is far too long.</source>
            <translation>邮件头过长。</translation>
        </message>
        <message>
            <source>Reading it took too long.</source>
            <translation>读取耗时过长。</translation>
        </message>
        <message>
            <source>It is built in a way that Shopdesk does not understand yet.</source>
            <translation>Shopdesk 目前还不能理解这封邮件的结构。</translation>
        </message>
        <message>
            <source>It could not be understood.</source>
            <translation>无法解析这封邮件。</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>未知发件人</translation>
        </message>
        <message>
            <source>No readable subject</source>
            <translation>主题无法读取</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>正在重试…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Save raw mail…</source>
            <translation>保存原始邮件…</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Like the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>动画效果</translation>
        </message>
        <message>
            <source>Gentle</source>
            <translation>轻微</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Also with Ctrl + and Ctrl −; Ctrl 0 brings back 100 %.</source>
            <translation>也可用 Ctrl + 和 Ctrl − 调整，Ctrl 0 恢复为 100 %。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Mailboxes</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Add a mailbox</source>
            <translation>添加邮箱</translation>
        </message>
        <message>
            <source>Move %1 up</source>
            <translation>将 %1 上移</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>将 %1 下移</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>更改 %1</translation>
        </message>
        <message>
            <source>1 message here</source>
            <translation>本机有 1 封邮件</translation>
        </message>
        <message>
            <source>%1 messages here</source>
            <translation>本机有 %1 封邮件</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>Nothing came in yet</source>
            <translation>还没有收到邮件</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>所有邮箱</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>What lists call this mailbox.</source>
            <translation>列表中显示的名称。</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Bring in new mail</source>
            <translation>收取新邮件</translation>
        </message>
        <message>
            <source>Import mail of</source>
            <translation>导入范围</translation>
        </message>
        <message>
            <source>A shorter time takes nothing away that is here already.</source>
            <translation>缩短范围不会删除已在本机的邮件。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove this mailbox</source>
            <translation>移除此邮箱</translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>永久移除</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>This takes %1 off this computer: its password, its mails, and the conversations that only it has, with their notes. The mails at the provider stay as they are. This cannot be undone.</source>
            <translation>这会把 %1 从本机移除：包括它的密码、邮件，以及仅属于它的会话和其中的备注。服务商那里的邮件保持不变。此操作无法撤销。</translation>
        </message>
        <message>
            <source>Removing …</source>
            <translation>正在移除…</translation>
        </message>
        <message>
            <source>the last month</source>
            <translation>最近一个月</translation>
        </message>
        <message>
            <source>the last 3 months</source>
            <translation>最近 3 个月</translation>
        </message>
        <message>
            <source>the last year</source>
            <translation>最近一年</translation>
        </message>
        <message>
            <source>the last 3 years</source>
            <translation>最近 3 年</translation>
        </message>
        <message>
            <source>all years</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>最近一天</translation>
        </message>
        <message>
            <source>the last %1 days</source>
            <translation>最近 %1 天</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Without its mark a folder is left alone; what is here already stays.</source>
            <translation>取消勾选后不再同步该文件夹，已在本机的邮件会保留。</translation>
        </message>
        <message>
            <source>They appear after a first look at the server.</source>
            <translation>首次连接服务器后会显示文件夹。</translation>
        </message>
        <message>
            <source>%1 is imported now.</source>
            <translation>正在导入“%1”。</translation>
        </message>
        <message>
            <source>%1 is left alone from now on.</source>
            <translation>今后不再同步“%1”。</translation>
        </message>
        <message>
            <source>%1, synced</source>
            <translation>%1，已同步</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>收件箱</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <source>Spam</source>
            <translation>垃圾邮件</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>All mail</source>
            <translation>所有邮件</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>网络连接</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>For mail, the search for servers, sign-ins and pictures.</source>
            <translation>用于收发邮件、查找服务器、登录和加载图片。</translation>
        </message>
        <message>
            <source>Proxy server</source>
            <translation>代理服务器</translation>
        </message>
        <message>
            <source>Proxy port</source>
            <translation>代理端口</translation>
        </message>
        <message>
            <source>User name, if it wants one</source>
            <translation>用户名（如需要）</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Use this proxy</source>
            <translation>使用此代理</translation>
        </message>
        <message>
            <source>Used from the next connection on.</source>
            <translation>从下一次连接起生效。</translation>
        </message>
        <message>
            <source>Certificate authorities of your own</source>
            <translation>自有证书颁发机构</translation>
        </message>
        <message>
            <source>Trusted besides the system's, for servers of your company or network.</source>
            <translation>在系统信任的机构之外额外信任，用于公司或内部网络的服务器。</translation>
        </message>
        <message>
            <source>Add a certificate file</source>
            <translation>添加证书文件</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>无法读取文件：%1</translation>
        </message>
        <message>
            <source>Trusted from now on.</source>
            <translation>已信任。</translation>
        </message>
        <message>
            <source>%1 is not trusted any more.</source>
            <translation>不再信任 %1。</translation>
        </message>
        <message>
            <source>Expired on %2</source>
            <translation>已于 %2 过期</translation>
        </message>
        <message>
            <source>Valid from %1 to %2</source>
            <translation>有效期：%1 至 %2</translation>
        </message>
        <message>
            <source>SHA-256 fingerprint: %1</source>
            <translation>SHA-256 指纹：%1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>Certificate of an authority</source>
            <translation>选择证书颁发机构的证书</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
            <translation>证书 (*.pem *.crt *.cer *.der);;所有文件 (*)</translation>
        </message>
        <message>
            <source>There is no certificate in this file.</source>
            <translation>此文件中没有证书。</translation>
        </message>
        <message>
            <source>This file holds a private key. Choose the certificate alone.</source>
            <translation>此文件包含私钥，请只选择证书文件。</translation>
        </message>
        <message>
            <source>This file is far too large for a certificate.</source>
            <translation>此文件过大，不是证书。</translation>
        </message>
        <message>
            <source>This file holds more than 20 certificates. Choose the one you need.</source>
            <translation>此文件包含 20 个以上的证书，请选择需要的那一个。</translation>
        </message>
        <message>
            <source>The certificate in this file is damaged.</source>
            <translation>此文件中的证书已损坏。</translation>
        </message>
        <message>
            <source>This is the certificate of one server, not of an authority. Trust it while adding the mailbox.</source>
            <translation>这是某一台服务器的证书，不是颁发机构的证书。请在添加邮箱时信任它。</translation>
        </message>
        <message>
            <source>This is not the name of a server.</source>
            <translation>这不是有效的服务器名称。</translation>
        </message>
        <message>
            <source>This is not a port number.</source>
            <translation>这不是有效的端口号。</translation>
        </message>
        <message>
            <source>A user name may not hold a colon.</source>
            <translation>用户名不能包含冒号。</translation>
        </message>
        <message>
            <source>None</source>
            <comment>proxy</comment>
            <translation>无</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>系统代理</translation>
        </message>
        <message>
            <source>SOCKS 5</source>
            <translation>SOCKS 5</translation>
        </message>
        <message>
            <source>HTTP</source>
            <translation>HTTP</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Announce new mail</source>
            <translation>新邮件通知</translation>
        </message>
        <message>
            <source>One notification for a burst of mails, never one each.</source>
            <translation>连续到达的邮件只弹出一条通知。</translation>
        </message>
        <message>
            <source>Also while Shopdesk is in front</source>
            <translation>Shopdesk 在前台时也通知</translation>
        </message>
        <message>
            <source>Keep names and texts to yourself</source>
            <translation>隐藏姓名和内容</translation>
        </message>
        <message>
            <source>The notification says only how many; for screens that others see.</source>
            <translation>通知只显示数量，适合他人能看到的屏幕。</translation>
        </message>
        <message>
            <source>New and waiting mail</source>
            <translation>新邮件与等待的客户</translation>
        </message>
        <message>
            <source>Remind me in one bar of all customers who wait too long</source>
            <translation>用一条提醒栏提示所有等太久的客户</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>免打扰时段</translation>
        </message>
        <message>
            <source>Announce nothing at night</source>
            <translation>在此时段不弹出通知</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>免打扰开始时间</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>免打扰结束时间</translation>
        </message>
        <message>
            <source>In the background</source>
            <translation>后台运行</translation>
        </message>
        <message>
            <source>Show an icon in the notification area</source>
            <translation>在通知区域显示图标</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>关闭窗口时</translation>
        </message>
        <message>
            <source>Ask me</source>
            <translation>询问我</translation>
        </message>
        <message>
            <source>Keep bringing in mail</source>
            <translation>继续收取邮件</translation>
        </message>
        <message>
            <source>Quit Shopdesk</source>
            <translation>退出 Shopdesk</translation>
        </message>
        <message>
            <source>It is kept in the system's keychain. Many providers want an app password.</source>
            <translation>密码保存在系统钥匙串中。许多服务商要求使用应用专用密码或授权码。</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Keep and try</source>
            <translation>保存并测试</translation>
        </message>
        <message>
            <source>Keep the password and try it</source>
            <translation>保存密码并测试</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Receiving (IMAP)</source>
            <translation>收信（IMAP）</translation>
        </message>
        <message>
            <source>Sending (SMTP)</source>
            <translation>发信（SMTP）</translation>
        </message>
        <message>
            <source>Keep and try the servers</source>
            <translation>保存并测试服务器</translation>
        </message>
        <message>
            <source>Trying …</source>
            <translation>正在测试…</translation>
        </message>
        <message>
            <source>Name the server that receives.</source>
            <translation>请填写收信服务器。</translation>
        </message>
        <message>
            <source>Works: signed in to all servers.</source>
            <translation>一切正常：已登录所有服务器。</translation>
        </message>
        <message>
            <source>server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>encryption</source>
            <translation>加密方式</translation>
        </message>
        <message>
            <source>Trust it no more</source>
            <translation>不再信任</translation>
        </message>
        <message>
            <source>Only this certificate is trusted here: %1</source>
            <translation>此处只信任这个证书：%1</translation>
        </message>
        <message>
            <source>TLS</source>
            <translation>TLS</translation>
        </message>
        <message>
            <source>STARTTLS</source>
            <translation>STARTTLS</translation>
        </message>
        <message>
            <source>None (this computer only)</source>
            <translation>不加密（仅限本机）</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>版本 %1</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Show the data folder</source>
            <translation>打开数据文件夹</translation>
        </message>
        <message>
            <source>Log folder</source>
            <translation>日志文件夹</translation>
        </message>
        <message>
            <source>Show the log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Shopdesk is free software, made of the work of many others. Thank you.</source>
            <translation>Shopdesk 是自由软件，凝聚了许多人的工作。谢谢大家。</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>许可证全文</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>隐私</translation>
        </message>
        <message>
            <source>Pictures from the internet</source>
            <translation>网络图片</translation>
        </message>
        <message>
            <source>Whoever sends a mail can see when such a picture is loaded. Shopdesk asks each time, but for the senders below.</source>
            <translation>加载此类图片时，发件人会知道您看过邮件。除下列发件人外，Shopdesk 每次都会询问。</translation>
        </message>
        <message>
            <source>Nobody. “Always for this sender” above a message puts its sender here.</source>
            <translation>暂无。在邮件上方选择“始终加载此发件人的图片”，发件人就会出现在这里。</translation>
        </message>
        <message>
            <source>You are asked again before pictures from %1 are loaded.</source>
            <translation>今后加载 %1 的图片前会再次询问。</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Take back a mail</source>
            <translation>撤回邮件</translation>
        </message>
        <message>
            <source>Every mail waits so long before it leaves; until then Undo brings it back. Quitting Shopdesk sends it.</source>
            <translation>每封邮件会先等待这段时间再发出，期间可以“撤销”。退出 Shopdesk 时会立即发出。</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>Off</source>
            <comment>mails leave at once</comment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>署名人</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的姓名</translation>
        </message>
        <message>
            <source>Stands where a signature or a template names the agent.</source>
            <translation>签名或模板中提到客服姓名时显示。</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>It is put under every mail of the mailbox, and can be left out of one.</source>
            <translation>附在该邮箱发出的每封邮件末尾，单封邮件可以不加。</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Text of the signature</source>
            <translation>签名内容</translation>
        </message>
        <message>
            <source>{{ agent.name }}, {{ shop.name }} and {{ shop.email }} are filled in.</source>
            <translation>{{ agent.name }}、{{ shop.name }} 和 {{ shop.email }} 会自动填入。</translation>
        </message>
        <message>
            <source>“%1” cannot stand in a signature. This text is not kept.</source>
            <translation>签名中不能使用“%1”，此内容未保存。</translation>
        </message>
    </context>
    <context>
        <name>Snooze</name>
        <message>
            <source>Later today</source>
            <translation>今天晚些时候</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>明天早上</translation>
        </message>
        <message>
            <source>Monday morning</source>
            <translation>周一早上</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>That is already past.</source>
            <translation>这个时间已经过去了。</translation>
        </message>
        <message>
            <source>That is more than five years away.</source>
            <translation>这个时间在五年以后，太远了。</translation>
        </message>
        <message>
            <source>Not understood. Try “friday 14:00” or “in 3 days”.</source>
            <translation>没看懂这个时间，试试“周五下午”或“3天后”。</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>稍后提醒</translation>
        </message>
        <message>
            <source>When shall it come back?</source>
            <translation>什么时候再提醒？</translation>
        </message>
        <message>
            <source>When? “tomorrow 9”, “friday: ask the carrier”</source>
            <translation>什么时候？“明天9点”、“周五：问快递”</translation>
        </message>
        <message>
            <source>To do: %1</source>
            <translation>待办：%1</translation>
        </message>
        <message>
            <source>Moments</source>
            <translation>可选时间</translation>
        </message>
        <message>
            <source>Until the customer replies</source>
            <translation>客户回复时</translation>
        </message>
    </context>
    <context>
        <name>Targets</name>
        <message>
            <source>1 day</source>
            <translation>1 天</translation>
        </message>
        <message>
            <source>3 days</source>
            <translation>3 天</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 周</translation>
        </message>
        <message>
            <source>Begin peak time for %1</source>
            <translation>开始 %1 的高峰期</translation>
        </message>
        <message>
            <source>End peak time now</source>
            <translation>立即结束高峰期</translation>
        </message>
        <message>
            <source>Begin peak time for:</source>
            <translation>开始高峰期：</translation>
        </message>
        <message>
            <source>Peak time, %1 left (until %2)</source>
            <translation>高峰期，还剩 %1（到%2）</translation>
        </message>
        <message>
            <source>Lunch</source>
            <translation>午休</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <translation>法定节假日</translation>
        </message>
        <message>
            <source>Also closed</source>
            <translation>另外休息</translation>
        </message>
        <message>
            <source>Also open</source>
            <translation>另外营业</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>none, or 12:00-13:00</source>
            <translation>无，或 12:00-13:00</translation>
        </message>
        <message>
            <source>days such as 2026-12-24, 2026-12-31</source>
            <translation>日期，例如 2026-12-24, 2026-12-31</translation>
        </message>
        <message>
            <source>days such as 2026-12-20 10:00-14:00</source>
            <translation>日期，例如 2026-12-20 10:00-14:00</translation>
        </message>
        <message>
            <source>Tuesday to Friday as on Monday</source>
            <translation>周二至周五与周一相同</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Days are written like 2026-12-24; hours follow as 10:00-14:00.</source>
            <translation>日期请写成 2026-12-24，后接时间 10:00-14:00。</translation>
        </message>
        <message>
            <source>The week needs at least one opening.</source>
            <translation>一周内至少要有一段营业时间。</translation>
        </message>
        <message>
            <source>Hours are written like 09:00-12:00, 13:00-18:00 and do not overlap.</source>
            <translation>时间请写成 09:00-12:00, 13:00-18:00，且不能重叠。</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>回复期限</translation>
        </message>
        <message>
            <source>Within what time each mailbox answers. Due times, colours and the order of work follow.</source>
            <translation>各邮箱应在多长时间内回复。到期时间、颜色和处理顺序都以此为准。</translation>
        </message>
        <message>
            <source>Peak time</source>
            <translation>高峰期</translation>
        </message>
        <message>
            <source>On days of many mails: who waits in time when it begins, or asks while it lasts, may wait longer. What is urgent stays so.</source>
            <translation>适用于邮件很多的日子：开始时尚未超时的客户，以及期间来信的客户，可以稍晚回复。紧急邮件不变。</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Answer within</source>
            <translation>回复时限</translation>
        </message>
        <message>
            <source>Usually</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>What is urgent</source>
            <translation>紧急邮件</translation>
        </message>
        <message>
            <source>Turns amber before it is due</source>
            <translation>提前多久变为橙色</translation>
        </message>
        <message>
            <source>Turns red before it is due</source>
            <translation>提前多久变为红色</translation>
        </message>
        <message>
            <source>In peak time</source>
            <translation>高峰期</translation>
        </message>
        <message>
            <source>Marketplaces seldom grant more time: × 1.0 leaves their limit as it is.</source>
            <translation>平台一般不会放宽时限：× 1.0 表示保持不变。</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>营业时间</translation>
        </message>
        <message>
            <source>Marketplace</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Whose clock</source>
            <translation>计时方式</translation>
        </message>
        <message>
            <source> h</source>
            <comment>behind a number of hours</comment>
            <translation> 小时</translation>
        </message>
        <message>
            <source> min</source>
            <comment>behind a number of minutes</comment>
            <translation> 分钟</translation>
        </message>
        <message>
            <source>The clock never stops: nights, weekends and holidays count.</source>
            <translation>计时从不停止：夜间、周末和节假日都计入。</translation>
        </message>
        <message>
            <source>Only opening hours count.</source>
            <translation>只计营业时间。</translation>
        </message>
        <message>
            <source>Change the target…</source>
            <translation>更改期限规则…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Why this time</source>
            <translation>为什么是这个期限</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>Nobody waits for an answer here.</source>
            <translation>这里没有人在等待回复。</translation>
        </message>
        <message>
            <source>%1 from %2</source>
            <comment>24 h from Fri 16:10</comment>
            <translation>自%2 起 %1</translation>
        </message>
        <message>
            <source>%1 from %2, because it is urgent</source>
            <translation>自%2 起 %1（紧急）</translation>
        </message>
        <message>
            <source>%1 from %2, as in peak time</source>
            <translation>自%2 起 %1（高峰期）</translation>
        </message>
        <message>
            <source>%1, paused %2</source>
            <translation>%1，暂停 %2</translation>
        </message>
        <message>
            <source>This was over before the mail was imported, so nothing is due.</source>
            <translation>导入这封邮件时期限已过，因此不计算期限。</translation>
        </message>
        <message>
            <source>The clock stands until the customer answers.</source>
            <translation>等待客户答复期间暂停计时。</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>期限：%1</translation>
        </message>
        <message>
            <source>Marketplace clock: nights, weekends and holidays count.</source>
            <translation>平台计时：夜间、周末和节假日都计入。</translation>
        </message>
        <message>
            <source>Company clock: only opening hours count.</source>
            <translation>公司计时：只计营业时间。</translation>
        </message>
        <message>
            <source>1 more part</source>
            <translation>还有 1 段</translation>
        </message>
        <message>
            <source>%1 more parts</source>
            <translation>还有 %1 段</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>自%1起</translation>
        </message>
        <message>
            <source>paused: the customer was asked</source>
            <translation>暂停：等待客户答复</translation>
        </message>
        <message>
            <source>lunch</source>
            <translation>午休</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>放假</translation>
        </message>
        <message>
            <source>Peak time, %1 left</source>
            <translation>高峰期，还剩 %1</translation>
        </message>
    </context>
    <context>
        <name>Templates</name>
        <message>
            <source>Leave to me</source>
            <translation>由我决定</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>待回复</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Line %1: what stands between the braces cannot be read.</source>
            <translation>第 %1 行：花括号中的内容无法识别。</translation>
        </message>
        <message>
            <source>Line %1: there is no placeholder “%2”.</source>
            <translation>第 %1 行：没有占位符“%2”。</translation>
        </message>
        <message>
            <source>Line %1: there is no filter “%2”.</source>
            <translation>第 %1 行：没有过滤器“%2”。</translation>
        </message>
        <message>
            <source>Line %1: there is no snippet “%2”.</source>
            <translation>第 %1 行：没有片段“%2”。</translation>
        </message>
        <message>
            <source>Line %1: these snippets call each other without end.</source>
            <translation>第 %1 行：这些片段互相引用，没有尽头。</translation>
        </message>
        <message>
            <source>Line %1: this becomes far too long.</source>
            <translation>第 %1 行：生成的内容过长。</translation>
        </message>
        <message>
            <source>Line %1: this cannot be used.</source>
            <translation>第 %1 行：此处无法使用。</translation>
        </message>
        <message>
            <source>Did you mean “%1”?</source>
            <translation>是不是“%1”？</translation>
        </message>
        <message>
            <source>Not saved: the %1 words still have a fault.</source>
            <translation>未保存：%1 内容中还有错误。</translation>
        </message>
        <message>
            <source>Not saved: “%1” has this key already.</source>
            <translation>未保存：“%1”已使用此快捷键词。</translation>
        </message>
        <message>
            <source>Not saved: a key is made of small letters, digits, - and _.</source>
            <translation>未保存：快捷键词只能包含小写字母、数字、- 和 _。</translation>
        </message>
        <message>
            <source>Not saved: give the template a name first.</source>
            <translation>未保存：请先填写模板名称。</translation>
        </message>
        <message>
            <source>Not saved: write its words first.</source>
            <translation>未保存：请先填写正文。</translation>
        </message>
        <message>
            <source>Not saved: every question needs a name of its own, of letters and digits.</source>
            <translation>未保存：每个提问都需要一个独有的名称，由字母和数字组成。</translation>
        </message>
        <message>
            <source>Not saved. Check what was typed.</source>
            <translation>未保存。请检查输入的内容。</translation>
        </message>
        <message>
            <source>Not used yet</source>
            <translation>尚未使用</translation>
        </message>
        <message>
            <source>Used once</source>
            <translation>已使用 1 次</translation>
        </message>
        <message>
            <source>Used %1 times</source>
            <translation>已使用 %1 次</translation>
        </message>
        <message>
            <source>Snippet</source>
            <translation>片段</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>needs review</source>
            <translation>待复核</translation>
        </message>
        <message>
            <source>%1? (expired)</source>
            <translation>%1？（已过期）</translation>
        </message>
        <message>
            <source>%1? (does not hold yet)</source>
            <translation>%1？（尚未生效）</translation>
        </message>
        <message>
            <source>Snippet: %1</source>
            <translation>片段：%1</translation>
        </message>
        <message>
            <source>Placeholders</source>
            <translation>占位符</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Export as JSON…</source>
            <translation>导出为 JSON…</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>导出为 CSV…</translation>
        </message>
        <message>
            <source>Export for Excel…</source>
            <translation>导出为 Excel…</translation>
        </message>
        <message>
            <source>Add the starter templates</source>
            <translation>添加入门模板</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>新建模板</translation>
        </message>
        <message>
            <source>Import and export</source>
            <translation>导入和导出</translation>
        </message>
        <message>
            <source>Search templates</source>
            <translation>搜索模板</translation>
        </message>
        <message>
            <source>Which templates</source>
            <translation>显示哪些模板</translation>
        </message>
        <message>
            <source>No template for “%1”</source>
            <translation>没有找到“%1”的模板</translation>
        </message>
        <message>
            <source>No templates here</source>
            <translation>这里没有模板</translation>
        </message>
        <message>
            <source>All templates</source>
            <translation>全部模板</translation>
        </message>
        <message>
            <source>Needs review</source>
            <translation>待复核</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Snippets</source>
            <translation>片段</translation>
        </message>
        <message>
            <source>Deleted “%1”</source>
            <translation>已删除“%1”</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation>%1（副本）</translation>
        </message>
        <message>
            <source>Answers you write often, filled in for each customer.</source>
            <translation>常用的回复，自动填入每位客户的信息。</translation>
        </message>
        <message>
            <source>No templates yet</source>
            <translation>还没有模板</translation>
        </message>
        <message>
            <source>Choose one on the left, or begin a new one.</source>
            <translation>在左侧选择一个，或新建一个。</translation>
        </message>
        <message>
            <source>No template chosen</source>
            <translation>未选择模板</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>复制一份</translation>
        </message>
        <message>
            <source>Mark as reviewed</source>
            <translation>标为已复核</translation>
        </message>
        <message>
            <source>Forget the changes</source>
            <translation>放弃更改</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>and one more fault</source>
            <translation>还有 1 处错误</translation>
        </message>
        <message>
            <source>and %1 more faults</source>
            <translation>还有 %1 处错误</translation>
        </message>
        <message>
            <source>Without a conversation</source>
            <translation>不使用会话</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Choose a conversation for the preview</source>
            <translation>选择用于预览的会话</translation>
        </message>
        <message>
            <source>Subject as it will be</source>
            <translation>最终主题</translation>
        </message>
        <message>
            <source>Text as it will be</source>
            <translation>最终正文</translation>
        </message>
        <message>
            <source>The preview goes on when the faults are gone.</source>
            <translation>错误改正后，预览会继续更新。</translation>
        </message>
        <message>
            <source>1 value missing</source>
            <translation>缺少 1 个值</translation>
        </message>
        <message>
            <source>%1 values missing</source>
            <translation>缺少 %1 个值</translation>
        </message>
        <message>
            <source>Customer, order or words</source>
            <translation>客户、订单或关键词</translation>
        </message>
        <message>
            <source>Search for a conversation</source>
            <translation>搜索会话</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Files: %1</source>
            <translation>附件：%1</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>历史版本</translation>
        </message>
        <message>
            <source>This version</source>
            <translation>此版本</translation>
        </message>
        <message>
            <source>Bring back this version</source>
            <translation>恢复此版本</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation>提问内容</translation>
        </message>
        <message>
            <source>Name in the template</source>
            <translation>模板中的名称</translation>
        </message>
        <message>
            <source>Usual answer</source>
            <translation>默认回答</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>可选项</translation>
        </message>
        <message>
            <source>Kind of answer</source>
            <translation>回答类型</translation>
        </message>
        <message>
            <source>Remove this question</source>
            <translation>移除此提问</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>提问</translation>
        </message>
        <message>
            <source>Asked once before the template is used; %1 puts the answer into the text.</source>
            <translation>使用模板前只问一次；用 %1 把回答放进正文。</translation>
        </message>
        <message>
            <source>Add a question</source>
            <translation>添加提问</translation>
        </message>
        <message>
            <source>One template is not saved.</source>
            <translation>有 1 个模板尚未保存。</translation>
        </message>
        <message>
            <source>%1 templates are not saved.</source>
            <translation>有 %1 个模板尚未保存。</translation>
        </message>
        <message>
            <source>Save and close</source>
            <translation>保存并关闭</translation>
        </message>
        <message>
            <source>Close without saving</source>
            <translation>不保存并关闭</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>%1, has faults</source>
            <translation>%1，有错误</translation>
        </message>
        <message>
            <source>Add a language</source>
            <translation>添加语言</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>Remove this language</source>
            <translation>移除此语言</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>快捷键词</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>主题分类</translation>
        </message>
        <message>
            <source>Tags, with commas</source>
            <translation>标签，用逗号分隔</translation>
        </message>
        <message>
            <source>After sending</source>
            <translation>发送之后</translation>
        </message>
        <message>
            <source>Follow up after days</source>
            <translation>几天后跟进</translation>
        </message>
        <message>
            <source>Copy to (Cc)</source>
            <translation>抄送</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>such as dmg</source>
            <translation>例如 dmg</translation>
        </message>
        <message>
            <source>A snippet: a piece for other templates</source>
            <translation>片段：供其他模板引用</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Name of the template</source>
            <translation>模板名称</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Placeholder</source>
            <translation>占位符</translation>
        </message>
        <message>
            <source>Insert a placeholder</source>
            <translation>插入占位符</translation>
        </message>
        <message>
            <source>Name for those who read this language, empty for the same</source>
            <translation>此语言下显示的名称，留空则相同</translation>
        </message>
        <message>
            <source>Subject, empty keeps the customer's</source>
            <translation>主题，留空则沿用客户的主题</translation>
        </message>
        <message>
            <source>Name in this language</source>
            <translation>此语言下的名称</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>%1 个新增</translation>
        </message>
        <message>
            <source>%1 different</source>
            <translation>%1 个有差异</translation>
        </message>
        <message>
            <source>%1 the same</source>
            <translation>%1 个相同</translation>
        </message>
        <message>
            <source>%1 not usable</source>
            <translation>%1 个无法使用</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>有差异</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>相同</translation>
        </message>
        <message>
            <source>Not usable</source>
            <translation>无法使用</translation>
        </message>
        <message>
            <source>name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>topic</source>
            <translation>主题分类</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>questions</source>
            <translation>提问</translation>
        </message>
        <message>
            <source>after sending</source>
            <translation>发送之后</translation>
        </message>
        <message>
            <source>follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>copy to</source>
            <translation>抄送</translation>
        </message>
        <message>
            <source>Differs: %1</source>
            <translation>不同之处：%1</translation>
        </message>
        <message>
            <source>its key cannot be used</source>
            <translation>快捷键词无法使用</translation>
        </message>
        <message>
            <source>it has no name</source>
            <translation>没有名称</translation>
        </message>
        <message>
            <source>it has no words</source>
            <translation>没有正文</translation>
        </message>
        <message>
            <source>its language is not known</source>
            <translation>语言无法识别</translation>
        </message>
        <message>
            <source>a question of it cannot be used</source>
            <translation>其中一个提问无法使用</translation>
        </message>
        <message>
            <source>its words have a fault: %1</source>
            <translation>内容有错误：%1</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>Row %1: %2</source>
            <translation>第 %1 行：%2</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>采用文件中的</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>两个都保留</translation>
        </message>
        <message>
            <source>What to do with %1</source>
            <translation>如何处理 %1</translation>
        </message>
        <message>
            <source>Bring in 1 template</source>
            <translation>导入 1 个模板</translation>
        </message>
        <message>
            <source>Bring in %1 templates</source>
            <translation>导入 %1 个模板</translation>
        </message>
        <message>
            <source>Nothing to bring in</source>
            <translation>没有可导入的内容</translation>
        </message>
        <message>
            <source>Take theirs everywhere</source>
            <translation>全部采用文件中的</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>还有 %1 个</translation>
        </message>
        <message>
            <source>Bring in templates</source>
            <translation>导入模板</translation>
        </message>
        <message>
            <source>Brought in: %1 new, %2 changed</source>
            <translation>已导入：新增 %1 个，更改 %2 个</translation>
        </message>
        <message>
            <source>Added 1 template</source>
            <translation>已添加 1 个模板</translation>
        </message>
        <message>
            <source>Added %1 templates</source>
            <translation>已添加 %1 个模板</translation>
        </message>
        <message>
            <source>You have all starter templates</source>
            <translation>入门模板已全部添加</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Saved as %1. A table only names attached files; JSON takes them along.</source>
            <translation>已保存为 %1。表格只列出附件名称；如需连同附件一起导出，请用 JSON。</translation>
        </message>
        <message>
            <source>Save templates</source>
            <translation>保存模板</translation>
        </message>
        <message>
            <source>“%1” cannot be read.</source>
            <translation>无法读取“%1”。</translation>
        </message>
        <message>
            <source>“%1” is empty, or too large: a template takes 10 MB of files.</source>
            <translation>“%1”为空或过大：每个模板的附件总共不超过 10 MB。</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Attach files to every reply made of this template</source>
            <translation>为用此模板写的每封回复添加附件</translation>
        </message>
    </context>
    <context>
        <name>TestMail</name>
        <message>
            <source>Test mail from Shopdesk</source>
            <translation>来自 Shopdesk 的测试邮件</translation>
        </message>
        <message>
            <source>You sent this mail to yourself to see whether sending works. It does. You may delete it.</source>
            <translation>这是您发给自己的邮件，用来确认发信是否正常。一切正常，可以删除此邮件。</translation>
        </message>
        <message>
            <source>Send a test mail to myself</source>
            <translation>给自己发一封测试邮件</translation>
        </message>
        <message>
            <source>A test mail to %1 is on its way …</source>
            <translation>正在向 %1 发送测试邮件…</translation>
        </message>
        <message>
            <source>The test mail left. It comes to the inbox of %1 within a minute, or into its spam.</source>
            <translation>测试邮件已发出，一分钟内会到达 %1 的收件箱；如果没有，请看看垃圾邮件。</translation>
        </message>
        <message>
            <source>It said: “%1”</source>
            <translation>服务器说：“%1”</translation>
        </message>
        <message>
            <source>%1 has no room for the mail: the mailbox may be full. Make room, then send it again.</source>
            <translation>%1 放不下这封邮件：邮箱可能已满。请清理空间后重新发送。</translation>
        </message>
        <message>
            <source>%1 takes no more mails from this account for now. Send it again in an hour.</source>
            <translation>%1 暂时不再接收此账号的邮件，请一小时后再发。</translation>
        </message>
        <message>
            <source>%1 does not take the mail now. Send it again in a few minutes.</source>
            <translation>%1 现在不接收这封邮件，请过几分钟再发。</translation>
        </message>
        <message>
            <source>The connection to %1 broke off before it took the mail. Send it again.</source>
            <translation>邮件还没交出，与 %1 的连接就断开了。请重新发送。</translation>
        </message>
        <message>
            <source>%1 took the address, but refused the mail itself. Ask the provider why.</source>
            <translation>%1 接受了地址，但拒收了邮件本身。请向服务商询问原因。</translation>
        </message>
        <message>
            <source>%1 never said whether it took the mail. Look into the inbox before you send another.</source>
            <translation>%1 没有说明是否收下了邮件。再发之前，请先看看收件箱。</translation>
        </message>
        <message>
            <source>%1 does not let this account send under %2. Allow the address there first.</source>
            <translation>%1 不允许此账号用 %2 发信，请先在服务商处开通该地址。</translation>
        </message>
        <message>
            <source>%1 takes no mail from %2 to itself. Check whether this account may send under this address.</source>
            <translation>%1 不接受 %2 发给自己的邮件。请检查此账号能否用这个地址发信。</translation>
        </message>
        <message>
            <source>Mail cannot be sent under %2: servers do not take such letters.</source>
            <translation>无法用 %2 发信：邮件服务器不接受这样的字符。</translation>
        </message>
        <message>
            <source>There is no server called %1. Check its name.</source>
            <translation>没有名为 %1 的服务器，请检查名称。</translation>
        </message>
        <message>
            <source>The proxy %1 lets nothing through. Check it under Connection.</source>
            <translation>代理 %1 不放行，请在“网络连接”中检查。</translation>
        </message>
        <message>
            <source>%1 does not answer. Check the internet connection, then send it again.</source>
            <translation>%1 没有响应。请检查网络连接，然后重新发送。</translation>
        </message>
        <message>
            <source>%1 asks for patience. Send it again in a few minutes.</source>
            <translation>%1 请求稍候，请过几分钟再发。</translation>
        </message>
        <message>
            <source>%1 refused a request before the mail. Ask the provider why.</source>
            <translation>邮件还没发出，%1 就拒绝了请求。请向服务商询问原因。</translation>
        </message>
    </context>
    <context>
        <name>Thread</name>
        <message>
            <source>%1 took it over</source>
            <translation>%1 接手了此对话</translation>
        </message>
        <message>
            <source>Assigned to %1</source>
            <translation>已分配给 %1</translation>
        </message>
        <message>
            <source>%1 assigned it to %2</source>
            <translation>%1 将此对话分配给了 %2</translation>
        </message>
        <message>
            <source>Assigned to nobody</source>
            <translation>已取消分配</translation>
        </message>
        <message>
            <source>%1 assigned it to nobody</source>
            <translation>%1 取消了分配</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>已推迟到%1</translation>
        </message>
        <message>
            <source>Merged with another conversation</source>
            <translation>已与另一个对话合并</translation>
        </message>
        <message>
            <source>Merged with %1 other conversations</source>
            <translation>已与另外 %1 个对话合并</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>已标记完成</translation>
        </message>
        <message>
            <source>Waiting for the customer</source>
            <translation>等待客户回复</translation>
        </message>
        <message>
            <source>Needs a reply again</source>
            <translation>重新待回复</translation>
        </message>
        <message>
            <source>Returned from snooze</source>
            <translation>推迟结束，已返回</translation>
        </message>
        <message>
            <source>Later messages were split off</source>
            <translation>后面的邮件已拆分出去</translation>
        </message>
        <message>
            <source>Split off from another conversation</source>
            <translation>从另一个对话拆分而来</translation>
        </message>
        <message>
            <source>Case %1 opened</source>
            <translation>已创建售后单 %1</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>1 event</source>
            <translation>1 条动态</translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>%1 条动态</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Copied %1</source>
            <translation>已复制 %1</translation>
        </message>
        <message>
            <source>1 file saved in %2</source>
            <translation>已将 1 个文件保存到 %2</translation>
        </message>
        <message>
            <source>%1 files saved in %2</source>
            <translation>已将 %1 个文件保存到 %2</translation>
        </message>
        <message>
            <source>The rest of this mail is being fetched</source>
            <translation>正在获取邮件的其余部分</translation>
        </message>
        <message>
            <source>The server no longer has this mail, and only its beginning was fetched.</source>
            <translation>服务器上已没有这封邮件，只获取到了开头部分。</translation>
        </message>
        <message>
            <source>The rest of this mail is not here yet. Try again in a moment.</source>
            <translation>邮件的其余部分尚未到达。请稍后再试。</translation>
        </message>
        <message>
            <source>No program opened %1. Save it instead.</source>
            <translation>没有程序能打开 %1。请改为保存。</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Undo  Z</source>
            <translation>撤销  Z</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>已标记完成</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Waiting for the customer</source>
            <translation>等待客户回复</translation>
        </message>
        <message>
            <source>Marked unread</source>
            <translation>已标为未读</translation>
        </message>
        <message>
            <source>Marked read</source>
            <translation>已标为已读</translation>
        </message>
        <message>
            <source>Back in Needs reply</source>
            <translation>已移回待回复</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Note saved</source>
            <translation>备注已保存</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>备注已修改</translation>
        </message>
        <message>
            <source>Note removed</source>
            <translation>备注已删除</translation>
        </message>
        <message>
            <source>Tag added</source>
            <translation>标签已添加</translation>
        </message>
        <message>
            <source>Tag removed</source>
            <translation>标签已移除</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>已合并</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>已分配</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>已添加承诺</translation>
        </message>
        <message>
            <source>Promise kept</source>
            <translation>承诺已兑现</translation>
        </message>
        <message>
            <source>Promise moved</source>
            <translation>承诺已改期</translation>
        </message>
        <message>
            <source>Promise not kept</source>
            <translation>承诺未兑现</translation>
        </message>
        <message>
            <source>Linked with the case</source>
            <translation>已关联售后单</translation>
        </message>
        <message>
            <source>Parted from the case</source>
            <translation>已取消关联售后单</translation>
        </message>
        <message>
            <source>One customer now</source>
            <translation>已合并为一位客户</translation>
        </message>
        <message>
            <source>Address parted</source>
            <translation>地址已拆出</translation>
        </message>
        <message>
            <source>Sender blocked</source>
            <translation>已屏蔽发件人</translation>
        </message>
        <message>
            <source>Sender unblocked</source>
            <translation>已取消屏蔽发件人</translation>
        </message>
        <message>
            <source>Corrected and learned</source>
            <translation>已更正并记住</translation>
        </message>
        <message>
            <source>Lesson removed</source>
            <translation>已删除这条经验</translation>
        </message>
        <message>
            <source>Split into two conversations</source>
            <translation>已拆分为两个会话</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 个会话</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>已撤销：%1</translation>
        </message>
        <message>
            <source>Leaves %1</source>
            <translation>将于 %1 发送</translation>
        </message>
        <message>
            <source>Will be sent when you are online</source>
            <translation>联网后自动发送</translation>
        </message>
        <message>
            <source>There is no reply yet.</source>
            <translation>还没有回复。</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>%1 of %2 done</source>
            <translation>已完成 %1 / %2</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>%1: %2 received, %3 answered</source>
            <translation>%1：收到 %2，已回复 %3</translation>
        </message>
        <message>
            <source>Time to wrap up</source>
            <translation>该收尾了</translation>
        </message>
        <message>
            <source>Good morning</source>
            <translation>早上好</translation>
        </message>
        <message>
            <source>Good afternoon</source>
            <translation>下午好</translation>
        </message>
        <message>
            <source>Good evening</source>
            <translation>晚上好</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <comment>Qt date format</comment>
            <translation>M 月 d 日 dddd</translation>
        </message>
        <message>
            <source>1 conversation waits for a reply</source>
            <translation>1 个会话待回复</translation>
        </message>
        <message>
            <source>%1 conversations wait for a reply</source>
            <translation>%1 个会话待回复</translation>
        </message>
        <message>
            <source>nobody waits for a reply</source>
            <translation>没有会话待回复</translation>
        </message>
        <message>
            <source>%1, nothing is overdue</source>
            <translation>%1，没有超时</translation>
        </message>
        <message>
            <source>%1, the oldest since %2</source>
            <translation>%1，最早的从 %2 开始等待</translation>
        </message>
        <message>
            <source>Morning review</source>
            <translation>晨间检查</translation>
        </message>
        <message>
            <source>Wrap-up</source>
            <translation>日终整理</translation>
        </message>
        <message>
            <source>Day closed at %1. See you tomorrow.</source>
            <translation>今日已于 %1 结束，明天见。</translation>
        </message>
        <message>
            <source>Everything is seen to.</source>
            <translation>全部处理完毕。</translation>
        </message>
        <message>
            <source>About 1 minute left.</source>
            <translation>约剩 1 分钟。</translation>
        </message>
        <message>
            <source>About %1 minutes left.</source>
            <translation>约剩 %1 分钟。</translation>
        </message>
        <message>
            <source>Overdue first, then today’s promises.</source>
            <translation>先处理超时，再处理今天的承诺。</translation>
        </message>
        <message>
            <source>Decide on every open conversation once, then leave it.</source>
            <translation>每个未结会话做一次决定，然后放下。</translation>
        </message>
        <message>
            <source>Read the note for the morning</source>
            <translation>阅读晨间备注</translation>
        </message>
        <message>
            <source>Check that all mailboxes synced</source>
            <translation>检查所有邮箱已同步</translation>
        </message>
        <message>
            <source>Check the backup</source>
            <translation>检查备份</translation>
        </message>
        <message>
            <source>Check the room on the disk</source>
            <translation>检查磁盘空间</translation>
        </message>
        <message>
            <source>Look after mails that did not leave</source>
            <translation>处理未发出的邮件</translation>
        </message>
        <message>
            <source>Reply to overdue conversations</source>
            <translation>回复超时会话</translation>
        </message>
        <message>
            <source>Calm who is angry</source>
            <translation>安抚生气的客户</translation>
        </message>
        <message>
            <source>Answer what is due today</source>
            <translation>回复今天到期的会话</translation>
        </message>
        <message>
            <source>Answer what is open since yesterday</source>
            <translation>回复昨天遗留的会话</translation>
        </message>
        <message>
            <source>Look at what is snoozed until today</source>
            <translation>查看推迟到今天的会话</translation>
        </message>
        <message>
            <source>Move the cases that are due</source>
            <translation>推进到期的售后单</translation>
        </message>
        <message>
            <source>See to late parcels and faulty orders</source>
            <translation>处理延误的包裹和有问题的订单</translation>
        </message>
        <message>
            <source>Keep today’s promises</source>
            <translation>兑现今天的承诺</translation>
        </message>
        <message>
            <source>Look over templates</source>
            <translation>复查模板</translation>
        </message>
        <message>
            <source>Read today’s facts</source>
            <translation>阅读今日信息</translation>
        </message>
        <message>
            <source>Decide on what is left</source>
            <translation>处理剩余会话</translation>
        </message>
        <message>
            <source>Confirm tomorrow’s promises</source>
            <translation>确认明天的承诺</translation>
        </message>
        <message>
            <source>Leave a note for the morning</source>
            <translation>给明早留备注</translation>
        </message>
        <message>
            <source>Check for unsent drafts</source>
            <translation>检查未发送的草稿</translation>
        </message>
        <message>
            <source>Move the cases that are overdue</source>
            <translation>推进超期的售后单</translation>
        </message>
        <message>
            <source>Hand over conversations of people who left</source>
            <translation>交接离职人员的会话</translation>
        </message>
        <message>
            <source>%1 · Choose a folder</source>
            <translation>%1 · 选择文件夹</translation>
        </message>
        <message>
            <source>1 left</source>
            <translation>剩 1 个</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>剩 %1</translation>
        </message>
        <message>
            <source>Answer, hand over or snooze. %1</source>
            <translation>回复、交接或稍后处理。%1</translation>
        </message>
        <message>
            <source>Ordered again at %1</source>
            <translation>补货线：%1</translation>
        </message>
        <message>
            <source>%1 left: order again</source>
            <translation>剩 %1，该补货了</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 等，另有 %2 个</translation>
        </message>
        <message>
            <source>1 to see to</source>
            <translation>1 项待处理</translation>
        </message>
        <message>
            <source>%1 to see to</source>
            <translation>%1 项待处理</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>待您回复</translation>
        </message>
        <message>
            <source>First reply, median</source>
            <translation>首次回复中位数</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>%1 more than usual</source>
            <translation>比平时多 %1</translation>
        </message>
        <message>
            <source>1 day in a row</source>
            <translation>连续 1 天</translation>
        </message>
        <message>
            <source>%1 days in a row</source>
            <translation>连续 %1 天</translation>
        </message>
        <message>
            <source>Answered today</source>
            <translation>今日已回复</translation>
        </message>
        <message>
            <source>Cases moved</source>
            <translation>推进的售后单</translation>
        </message>
        <message>
            <source>Overdue now</source>
            <translation>当前超时</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>Team today</source>
            <translation>今日团队</translation>
        </message>
        <message>
            <source>Who is on duty…</source>
            <translation>谁在当班…</translation>
        </message>
        <message>
            <source>Assign evenly</source>
            <translation>平均分配</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>暂无人负责</translation>
        </message>
        <message>
            <source>You</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>%1 open</source>
            <translation>%1 个</translation>
        </message>
        <message>
            <source>Wrap-up opens at %1</source>
            <translation>日终整理 %1 开始</translation>
        </message>
        <message>
            <source>Snooze, hand over, note for tomorrow</source>
            <translation>稍后提醒、交接、写明日备注</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>1 promise</source>
            <translation>1 个承诺</translation>
        </message>
        <message>
            <source>%1 promises</source>
            <translation>%1 个承诺</translation>
        </message>
        <message>
            <source>1 snoozed returns</source>
            <translation>1 个推迟的会话返回</translation>
        </message>
        <message>
            <source>%1 snoozed return</source>
            <translation>%1 个推迟的会话返回</translation>
        </message>
        <message>
            <source>1 archived</source>
            <translation>1 个已归档</translation>
        </message>
        <message>
            <source>%1 archived</source>
            <translation>%1 个已归档</translation>
        </message>
        <message>
            <source>Promised for today</source>
            <translation>今天的承诺</translation>
        </message>
        <message>
            <source>Promised until tomorrow</source>
            <translation>明天前的承诺</translation>
        </message>
        <message>
            <source>They all hold</source>
            <translation>全部确认</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 个超时</translation>
        </message>
        <message>
            <source>nothing is overdue</source>
            <translation>没有超时</translation>
        </message>
        <message>
            <source>%1 angry</source>
            <translation>%1 个生气</translation>
        </message>
        <message>
            <source>%1 not sent</source>
            <translation>%1 封未发出</translation>
        </message>
        <message>
            <source>%1 due</source>
            <translation>%1 个到期</translation>
        </message>
        <message>
            <source>Start  ↵</source>
            <translation>开始  ↵</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>打开 %1 个</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Assign to</source>
            <translation>分配给</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>不分配</translation>
        </message>
        <message>
            <source>Add a person…</source>
            <translation>添加同事…</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>结束今天</translation>
        </message>
        <message>
            <source>Edit list</source>
            <translation>编辑清单</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Started %1</source>
            <translation>%1 开始</translation>
        </message>
        <message>
            <source>Shared with %1</source>
            <translation>与%1共享</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Note for the morning</source>
            <translation>晨间备注</translation>
        </message>
        <message>
            <source>Snooze all</source>
            <translation>全部推迟</translation>
        </message>
        <message>
            <source>Snoozed until tomorrow</source>
            <translation>已推迟到明天</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已交接</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>已标记完成</translation>
        </message>
        <message>
            <source>Promise kept</source>
            <translation>承诺已兑现</translation>
        </message>
        <message>
            <source>Promise moved</source>
            <translation>承诺已改期</translation>
        </message>
        <message>
            <source>Not going to happen</source>
            <translation>不会兑现</translation>
        </message>
        <message>
            <source>Shared out evenly</source>
            <translation>已平均分配</translation>
        </message>
        <message>
            <source>Not closed yet: %1</source>
            <translation>还不能结束：%1</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>How many are left: %1</source>
            <translation>余量：%1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>完成：%1</translation>
        </message>
        <message>
            <source>Facts…</source>
            <translation>信息…</translation>
        </message>
        <message>
            <source>Hand over: %1</source>
            <translation>移交：%1</translation>
        </message>
        <message>
            <source>More: %1</source>
            <translation>更多：%1</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>标记完成</translation>
        </message>
        <message>
            <source>Open the conversation</source>
            <translation>打开会话</translation>
        </message>
        <message>
            <source>Snooze until %1</source>
            <translation>稍后提醒：%1</translation>
        </message>
        <message>
            <source>Hand to %1</source>
            <translation>交给%1</translation>
        </message>
        <message>
            <source>Hand to…</source>
            <translation>移交给…</translation>
        </message>
        <message>
            <source>Tomorrow 9:00</source>
            <translation>明天 9:00</translation>
        </message>
        <message>
            <source>%1 · %2 of %3</source>
            <translation>%1 · 第 %2 / %3 个</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一个</translation>
        </message>
        <message>
            <source>Back to list</source>
            <translation>返回清单</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>经验</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Lessons and suggestions</source>
            <translation>经验与建议</translation>
        </message>
        <message>
            <source>What to do otherwise next time</source>
            <translation>下次可以怎样做得更好</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Today’s facts</source>
            <translation>今日信息</translation>
        </message>
        <message>
            <source>Templates read them as {{facts.name}}; an expired one stops the template.</source>
            <translation>模板以 {{facts.name}} 引用；过期的信息会让模板无法使用。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>2026-11-30 18:00, or empty</source>
            <translation>2026-11-30 18:00，可留空</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>未生效</translation>
        </message>
        <message>
            <source>Write it as 2026-11-30 18:00; the end must be after the start.</source>
            <translation>请按 2026-11-30 18:00 的格式填写，结束时间必须晚于开始时间。</translation>
        </message>
        <message>
            <source>Say in up to 500 signs what holds.</source>
            <translation>请用不超过 500 个字符填写内容。</translation>
        </message>
        <message>
            <source>Another fact has this name.</source>
            <translation>已有同名的信息。</translation>
        </message>
        <message>
            <source>The name begins with a letter and has only a–z, digits and _, up to 40.</source>
            <translation>名称以字母开头，只能包含 a–z、数字和 _，最多 40 个字符。</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Whoever is on duty at this computer signs replies and ticks.</source>
            <translation>回复和勾选都以这台电脑上的当班人员署名。</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>当班</translation>
        </message>
        <message>
            <source>A name has 1 to 60 signs, and nobody else here has it.</source>
            <translation>姓名为 1 到 60 个字符，且不能与他人重复。</translation>
        </message>
        <message>
            <source>Morning review: %1 of %2 done</source>
            <translation>晨间检查：完成 %1/%2 项</translation>
        </message>
        <message>
            <source>Received: %1</source>
            <translation>收到：%1</translation>
        </message>
        <message>
            <source>Answered: %1</source>
            <translation>已回复：%1</translation>
        </message>
        <message>
            <source>Waiting at the close: %1</source>
            <translation>当日结束时待回复：%1</translation>
        </message>
        <message>
            <source>Overdue at the close: %1</source>
            <translation>当日结束时超时：%1</translation>
        </message>
        <message>
            <source>Cases moved: %1</source>
            <translation>推进的售后单：%1</translation>
        </message>
        <message>
            <source>Not done in the morning: %1</source>
            <translation>晨间未完成：%1</translation>
        </message>
        <message>
            <source>Not closed</source>
            <translation>未结束</translation>
        </message>
        <message>
            <source>Closed at %1</source>
            <translation>%1 结束</translation>
        </message>
        <message>
            <source>Note for the morning: %1</source>
            <translation>给明早的备注：%1</translation>
        </message>
        <message>
            <source>Add suggested ones</source>
            <translation>添加推荐任务</translation>
        </message>
        <message>
            <source>Go on duty</source>
            <translation>由其当班</translation>
        </message>
        <message>
            <source>Your own tasks</source>
            <translation>自定义任务</translation>
        </message>
        <message>
            <source>They stand on the lists of the days that you choose.</source>
            <translation>它们会出现在您所选日期的清单上。</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>List</source>
            <translation>清单</translation>
        </message>
        <message>
            <source>2026-11-30, or empty</source>
            <translation>2026-11-30，可留空</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Must be done</source>
            <translation>必须完成</translation>
        </message>
        <message>
            <source>Count what is left</source>
            <translation>清点余量</translation>
        </message>
        <message>
            <source>Order again at</source>
            <translation>补货线</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>Write the day as 2026-11-30; the last one must not be before the first.</source>
            <translation>请按 2026-11-30 的格式填写日期，结束日期不能早于开始日期。</translation>
        </message>
        <message>
            <source>Say at which number it is ordered again.</source>
            <translation>请填写余量降到多少时补货。</translation>
        </message>
        <message>
            <source>Say in up to 120 signs what is to be done.</source>
            <translation>请用不超过 120 个字符写明要做什么。</translation>
        </message>
        <message>
            <source>Only on</source>
            <translation>仅限</translation>
        </message>
        <message>
            <source>Reports of days</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>复制文字</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>No day was begun yet.</source>
            <translation>还没有开始过任何一天。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Really?</source>
            <translation>确定吗？</translation>
        </message>
        <message>
            <source>What you typed is not saved.</source>
            <translation>你输入的内容尚未保存。</translation>
        </message>
        <message>
            <source>Do not save</source>
            <translation>不保存</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>Cases moved today</source>
            <translation>今天推进的售后单</translation>
        </message>
        <message>
            <source>Cases due until tomorrow</source>
            <translation>到明天为止到期的售后单</translation>
        </message>
        <message>
            <source>Cases due today</source>
            <translation>今天到期的售后单</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>Topics</name>
        <message>
            <source>Topic because of %1</source>
            <translation>主题依据：%1</translation>
        </message>
        <message>
            <source>Mood because of %1</source>
            <translation>情绪依据：%1</translation>
        </message>
        <message>
            <source>Urgent because of %1</source>
            <translation>紧急依据：%1</translation>
        </message>
        <message>
            <source>Learned from you: %1</source>
            <translation>根据您的更正：%1</translation>
        </message>
        <message>
            <source>No word told what it is about</source>
            <translation>没有能说明主题的词语</translation>
        </message>
        <message>
            <source>What was learned…</source>
            <translation>学到的内容…</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>这封邮件关于什么？</translation>
        </message>
        <message>
            <source>How does the customer feel?</source>
            <translation>客户情绪如何？</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>紧急</translation>
        </message>
        <message>
            <source>Shipping</source>
            <translation>物流</translation>
        </message>
        <message>
            <source>Damaged or wrong</source>
            <translation>破损或发错</translation>
        </message>
        <message>
            <source>Return or refund</source>
            <translation>退换货</translation>
        </message>
        <message>
            <source>Change or cancel</source>
            <translation>改单或取消</translation>
        </message>
        <message>
            <source>Before buying</source>
            <translation>售前咨询</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Invoice or payment</source>
            <translation>发票与付款</translation>
        </message>
        <message>
            <source>Trade customer</source>
            <translation>批发客户</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>纠纷</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>致谢</translation>
        </message>
        <message>
            <source>No topic</source>
            <translation>无主题</translation>
        </message>
        <message>
            <source>Calm</source>
            <translation>平静</translation>
        </message>
        <message>
            <source>Unhappy</source>
            <translation>不满</translation>
        </message>
        <message>
            <source>Angry</source>
            <translation>情绪激动</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>All topics</source>
            <translation>全部主题</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>This is not a mail address.</source>
            <translation>这不是有效的邮箱地址。</translation>
        </message>
        <message>
            <source>It looks like name@shop.com.</source>
            <translation>格式应类似 name@shop.com。</translation>
        </message>
        <message>
            <source>This address is connected already.</source>
            <translation>这个邮箱已经连接。</translation>
        </message>
        <message>
            <source>Enter another one, or change this mailbox in the settings.</source>
            <translation>请换一个邮箱，或在设置中修改它。</translation>
        </message>
        <message>
            <source>A server name or port cannot be used.</source>
            <translation>服务器名称或端口无效。</translation>
        </message>
        <message>
            <source>A server looks like imap.shop.com with a port such as 993.</source>
            <translation>服务器类似 imap.shop.com，端口例如 993。</translation>
        </message>
        <message>
            <source>There is no password yet.</source>
            <translation>还没有填写密码。</translation>
        </message>
        <message>
            <source>Enter the password of this mailbox; it goes into the keychain of this computer only.</source>
            <translation>请填写这个邮箱的密码，它只保存在本机的钥匙串里。</translation>
        </message>
        <message>
            <source>%host refused name or password.</source>
            <translation>%host 拒绝了用户名或密码。</translation>
        </message>
        <message>
            <source>Type the password again; the eye shows it. Check the sign-in name under Edit.</source>
            <translation>请重新输入密码，点眼睛图标可以查看；登录名可在“编辑”中检查。</translation>
        </message>
        <message>
            <source>It takes an app password here, not the usual one: make one on its page and paste it.</source>
            <translation>这里需要应用专用密码，而不是平时的密码：请在服务商页面生成后粘贴。</translation>
        </message>
        <message>
            <source>It takes an authorization code here: switch IMAP on in its settings, make a code, and paste it.</source>
            <translation>这里需要授权码：请在邮箱设置中开启 IMAP，生成授权码后粘贴。</translation>
        </message>
        <message>
            <source>Sign in with the browser instead.</source>
            <translation>请改用浏览器登录。</translation>
        </message>
        <message>
            <source>Reading mail by IMAP is switched off for this mailbox.</source>
            <translation>这个邮箱没有开启 IMAP 收信。</translation>
        </message>
        <message>
            <source>Switch IMAP on in the settings of %provider, then try again.</source>
            <translation>请在%provider的设置中开启 IMAP，然后重试。</translation>
        </message>
        <message>
            <source>%host refused this password.</source>
            <translation>%host 拒绝了这个密码。</translation>
        </message>
        <message>
            <source>Passwords of mail programs are not taken any more by %provider.</source>
            <translation>%provider 不再接受邮件程序使用密码。</translation>
        </message>
        <message>
            <source>Other mail programs are blocked by %provider until the company allows them.</source>
            <translation>%provider禁止使用第三方邮件程序，需要企业先放行。</translation>
        </message>
        <message>
            <source>The company's postmaster has to allow third-party clients; then make a password there.</source>
            <translation>请企业的邮箱管理员允许第三方客户端，然后在那里生成客户端密码。</translation>
        </message>
        <message>
            <source>Receiving works, but %host refused name or password for sending.</source>
            <translation>可以收信，但 %host 拒绝了发信用的用户名或密码。</translation>
        </message>
        <message>
            <source>Check the sending server under Edit, or allow SMTP in the settings of %provider.</source>
            <translation>请在“编辑”中检查发信服务器，或在%provider的设置中允许 SMTP。</translation>
        </message>
        <message>
            <source>Receiving works, but no server for sending is known.</source>
            <translation>可以收信，但不知道发信服务器。</translation>
        </message>
        <message>
            <source>Enter the SMTP server under Edit, or go on and only read mail for now.</source>
            <translation>请在“编辑”中填写 SMTP 服务器，或先继续，暂时只收信。</translation>
        </message>
        <message>
            <source>There is no server called %host.</source>
            <translation>找不到名为 %host 的服务器。</translation>
        </message>
        <message>
            <source>Check its name under Edit; the provider's help page has it under IMAP and SMTP.</source>
            <translation>请在“编辑”中检查名称，服务商帮助页面的 IMAP 和 SMTP 部分有说明。</translation>
        </message>
        <message>
            <source>The proxy %host does not let us through.</source>
            <translation>代理 %host 不让我们通过。</translation>
        </message>
        <message>
            <source>Check the proxy in the settings under Connection, or ask who keeps the network.</source>
            <translation>请在设置的“连接”中检查代理，或询问网络管理员。</translation>
        </message>
        <message>
            <source>%host does not answer on port %port.</source>
            <translation>%host 的 %port 端口没有响应。</translation>
        </message>
        <message>
            <source>A firewall may block this port. Try another network, or another port under Edit.</source>
            <translation>可能是防火墙阻止了这个端口。请换个网络，或在“编辑”中换个端口。</translation>
        </message>
        <message>
            <source>Nothing listens on port %port of %host.</source>
            <translation>%host 的 %port 端口没有服务。</translation>
        </message>
        <message>
            <source>Check the port under Edit: usually 993 for receiving, 465 or 587 for sending.</source>
            <translation>请在“编辑”中检查端口：收信一般是 993，发信一般是 465 或 587。</translation>
        </message>
        <message>
            <source>The connection to %host broke off.</source>
            <translation>与 %host 的连接中断了。</translation>
        </message>
        <message>
            <source>Try again; if it stays so, a firewall or virus scanner may be in between.</source>
            <translation>请重试；如果一直这样，可能是防火墙或杀毒软件在拦截。</translation>
        </message>
        <message>
            <source>%host offers no encryption on port %port, so nothing was sent.</source>
            <translation>%host 的 %port 端口不提供加密，因此没有发送任何内容。</translation>
        </message>
        <message>
            <source>Choose TLS with port 993 (465 for sending) under Edit; STARTTLS belongs to 143 and 587.</source>
            <translation>请在“编辑”中选择 TLS 和端口 993（发信 465）；STARTTLS 对应 143 和 587。</translation>
        </message>
        <message>
            <source>Something else than a mail server answers at %host, port %port.</source>
            <translation>%host 的 %port 端口上不是邮件服务器。</translation>
        </message>
        <message>
            <source>Check server and port under Edit.</source>
            <translation>请在“编辑”中检查服务器和端口。</translation>
        </message>
        <message>
            <source>The certificate of %host is not trusted, so nothing was sent.</source>
            <translation>%host 的证书不受信任，因此没有发送任何内容。</translation>
        </message>
        <message>
            <source>If this is your own server, look at its certificate. Else check its name under Edit.</source>
            <translation>如果是您自己的服务器，请查看它的证书；否则请在“编辑”中检查名称。</translation>
        </message>
        <message>
            <source>%host shows another certificate than the one that you trusted, so nothing was sent.</source>
            <translation>%host 出示的证书与您信任的不同，因此没有发送任何内容。</translation>
        </message>
        <message>
            <source>If it was renewed, look at the new one. Else somebody may listen in: do not go on.</source>
            <translation>如果证书更换过，请查看新证书；否则可能有人在窃听，请不要继续。</translation>
        </message>
        <message>
            <source>%host asks for patience: too many connections or sign-ins.</source>
            <translation>%host 要求稍候：连接或登录次数过多。</translation>
        </message>
        <message>
            <source>Close other mail programs that use this mailbox, wait a few minutes, then try again.</source>
            <translation>请关闭使用这个邮箱的其他邮件程序，几分钟后再试。</translation>
        </message>
        <message>
            <source>%host refused a request.</source>
            <translation>%host 拒绝了一个请求。</translation>
        </message>
        <message>
            <source>Try again; if it stays so, give the copied details to your provider.</source>
            <translation>请重试；如果一直这样，请把复制的详情发给服务商。</translation>
        </message>
        <message>
            <source>The keychain of this computer is locked or missing, so the password cannot be kept.</source>
            <translation>本机的钥匙串已锁定或不存在，无法保存密码。</translation>
        </message>
        <message>
            <source>Unlock it (or set one up), then try again. Shopdesk keeps passwords nowhere else.</source>
            <translation>请解锁（或新建）后重试。Shopdesk 不会把密码存在别处。</translation>
        </message>
        <message>
            <source>The sign-in was declined.</source>
            <translation>登录被拒绝。</translation>
        </message>
        <message>
            <source>Sign in again and allow the access to mail; check the client id.</source>
            <translation>请重新登录并允许访问邮件，同时检查客户端 ID。</translation>
        </message>
        <message>
            <source>Nobody signed in in time.</source>
            <translation>等待登录超时。</translation>
        </message>
        <message>
            <source>Begin the sign-in again.</source>
            <translation>请重新开始登录。</translation>
        </message>
        <message>
            <source>That did not work.</source>
            <translation>没有成功。</translation>
        </message>
        <message>
            <source>Try again; if it stays so, the copied details help to find out why.</source>
            <translation>请重试；如果一直这样，复制的详情有助于查明原因。</translation>
        </message>
        <message>
            <source>The server</source>
            <translation>服务器</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Shopdesk</source>
            <translation>Shopdesk</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>收件箱</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
    </context>
    <context>
        <name>Wizard</name>
        <message>
            <source>Step %1 of %2: %3</source>
            <translation>第 %1 步，共 %2 步：%3</translation>
        </message>
        <message>
            <source>One calm place for every customer.</source>
            <translation>所有客户，
一处安心处理。</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider. Nothing goes through us.</source>
            <translation>邮件只保存在本机和您的邮箱服务商，不经过我们。</translation>
        </message>
        <message>
            <source>Try with sample data</source>
            <translation>先用示例数据试用</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit the servers</source>
            <translation>编辑服务器</translation>
        </message>
        <message>
            <source>Use these servers</source>
            <translation>使用这些服务器</translation>
        </message>
        <message>
            <source>Looking for the settings of %1 …</source>
            <translation>正在查找 %1 的设置…</translation>
        </message>
        <message>
            <source>No settings found for %1</source>
            <translation>没有找到 %1 的设置</translation>
        </message>
        <message>
            <source>This mailbox cannot be connected</source>
            <translation>这个邮箱无法连接</translation>
        </message>
        <message>
            <source>%1 names servers outside of its own domain. Do you know them?</source>
            <translation>%1 指定了自己域名以外的服务器，您认识它们吗？</translation>
        </message>
        <message>
            <source>Settings found for %1</source>
            <translation>已找到 %1 的设置</translation>
        </message>
        <message>
            <source>Enter the servers below; your provider's help page has them.</source>
            <translation>请在下面填写服务器，邮箱服务商的帮助页面上有。</translation>
        </message>
        <message>
            <source>Welcome to Shopdesk</source>
            <translation>欢迎使用 Shopdesk</translation>
        </message>
        <message>
            <source>Two words about you, then your first mailbox.</source>
            <translation>先简单介绍一下店铺，然后连接第一个邮箱。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Name of your shop</source>
            <translation>店铺名称</translation>
        </message>
        <message>
            <source>such as Linenhaus</source>
            <translation>例如：棉麻小铺</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>not readable</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>This is what %1 shows</source>
            <translation>%1 出示的证书</translation>
        </message>
        <message>
            <source>itself</source>
            <translation>自签名</translation>
        </message>
        <message>
            <source>Made for</source>
            <translation>颁发给</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>颁发者</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Compare the fingerprint with the one that your server's keeper gives you. Trust it only if they are the same; it counts for this server alone, and any other certificate is refused again.</source>
            <translation>请与服务器管理员提供的指纹核对，完全一致才可信任。只对这台服务器有效，换成其他证书会再次拒绝。</translation>
        </message>
        <message>
            <source>They are the same: trust it</source>
            <translation>核对一致，信任它</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Language and shop</source>
            <translation>语言与店铺</translation>
        </message>
        <message>
            <source>Connect a mailbox</source>
            <translation>连接邮箱</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>导入范围</translation>
        </message>
        <message>
            <source>Bring the mail in</source>
            <translation>导入邮件</translation>
        </message>
        <message>
            <source>QQ Mail</source>
            <translation>QQ邮箱</translation>
        </message>
        <message>
            <source>Tencent Exmail</source>
            <translation>腾讯企业邮箱</translation>
        </message>
        <message>
            <source>NetEase Mail</source>
            <translation>网易邮箱</translation>
        </message>
        <message>
            <source>NetEase business mail</source>
            <translation>网易企业邮箱</translation>
        </message>
        <message>
            <source>Aliyun Mail</source>
            <translation>阿里云邮箱</translation>
        </message>
        <message>
            <source>Alimail</source>
            <translation>阿里企业邮箱</translation>
        </message>
        <message>
            <source>the provider</source>
            <translation>服务商</translation>
        </message>
        <message>
            <source>First allow IMAP in the settings of %1; it is off at the beginning.</source>
            <translation>请先在%1的设置中开启 IMAP，默认是关闭的。</translation>
        </message>
        <message>
            <source>%1 wants an app password here: make one on its page and paste it; the usual password is refused.</source>
            <translation>%1要求使用应用专用密码：请在其页面生成后粘贴到这里，平时的登录密码会被拒绝。</translation>
        </message>
        <message>
            <source>%1 wants an authorization code here, not your password: make one in its settings under IMAP and paste it.</source>
            <translation>%1要求填写授权码，而不是登录密码：请在其设置的 IMAP 部分生成授权码，粘贴到这里。</translation>
        </message>
        <message>
            <source>%1 takes no passwords from mail programs: sign in with the browser.</source>
            <translation>%1不接受邮件程序使用密码，请用浏览器登录。</translation>
        </message>
        <message>
            <source>The sign-in name is your %1 address, not the address of your own domain: enter it below.</source>
            <translation>登录名是您的%1地址，而不是自有域名的地址，请在下面填写。</translation>
        </message>
        <message>
            <source>%1 needs its own program, the Bridge, to run here; take name and password from it.</source>
            <translation>%1需要在本机运行它自己的 Bridge 程序，用户名和密码请从那里获取。</translation>
        </message>
        <message>
            <source>%1 blocks other mail programs for new companies: the postmaster has to allow them first.</source>
            <translation>%1默认禁止新企业使用第三方客户端，需要邮箱管理员先放行。</translation>
        </message>
        <message>
            <source>%1 has no IMAP, so no other program can read its mail.</source>
            <translation>%1没有 IMAP，其他程序无法读取其中的邮件。</translation>
        </message>
        <message>
            <source>A test mail to yourself left</source>
            <translation>已发出一封给自己的测试邮件</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Show the certificate</source>
            <translation>查看证书</translation>
        </message>
        <message>
            <source>Open the provider's page</source>
            <translation>打开服务商页面</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 毫秒</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>登录成功</translation>
        </message>
        <message>
            <source>Sending works</source>
            <translation>可以发信</translation>
        </message>
        <message>
            <source>Signed in for sending; nothing was sent</source>
            <translation>发信登录成功，没有发出任何邮件</translation>
        </message>
        <message>
            <source>1 message in the last 90 days</source>
            <translation>最近 90 天 1 封邮件</translation>
        </message>
        <message>
            <source>%1 messages in the last 90 days</source>
            <translation>最近 90 天 %1 封邮件</translation>
        </message>
        <message>
            <source>Inbox, Sent and 1 more folder</source>
            <translation>收件箱、已发送和另外 1 个文件夹</translation>
        </message>
        <message>
            <source>Inbox, Sent and %1 more folders</source>
            <translation>收件箱、已发送和另外 %1 个文件夹</translation>
        </message>
        <message>
            <source>1 folder</source>
            <translation>1 个文件夹</translation>
        </message>
        <message>
            <source>%1 folders</source>
            <translation>%1 个文件夹</translation>
        </message>
        <message>
            <source>Waiting for you to sign in with the browser …</source>
            <translation>请在浏览器中登录，正在等待…</translation>
        </message>
        <message>
            <source>Open %1 at any device and type this code:</source>
            <translation>请在任意设备上打开 %1，输入以下代码：</translation>
        </message>
        <message>
            <source>Signed in with the browser.</source>
            <translation>已通过浏览器登录。</translation>
        </message>
        <message>
            <source>Client id of your shop</source>
            <translation>店铺自己的客户端 ID</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>客户端密钥</translation>
        </message>
        <message>
            <source>Register an app of your own once at %1; so nobody stands between you and your mail.</source>
            <translation>请先在 %1 注册一个自己的应用，只需一次；这样您和邮件之间没有第三方。</translation>
        </message>
        <message>
            <source>Sign in with the browser</source>
            <translation>用浏览器登录</translation>
        </message>
        <message>
            <source>Use a code at another device</source>
            <translation>在其他设备上用代码登录</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>复制网址</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>不再等待</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>隐藏密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>None (this computer)</source>
            <translation>不加密（仅限本机）</translation>
        </message>
        <message>
            <source>How far back?</source>
            <translation>导入多久以前的邮件？</translation>
        </message>
        <message>
            <source>The newest mail comes first. The server keeps everything; you can change this later.</source>
            <translation>从最新的邮件开始导入。服务器上的邮件都会保留，以后可以更改。</translation>
        </message>
        <message>
            <source>The last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>The last 90 days</source>
            <translation>最近 90 天</translation>
        </message>
        <message>
            <source>The last year (recommended)</source>
            <translation>最近一年（推荐）</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>What lists call this mailbox</source>
            <translation>邮箱显示名称</translation>
        </message>
        <message>
            <source>Start the import</source>
            <translation>开始导入</translation>
        </message>
        <message>
            <source>Your mail is coming in</source>
            <translation>正在导入您的邮件</translation>
        </message>
        <message>
            <source>The newest mail comes first, so you can begin at once. The rest follows by itself.</source>
            <translation>从最新的邮件开始，您可以马上开始工作，其余的会自动导入。</translation>
        </message>
        <message>
            <source>Progress of the import</source>
            <translation>导入进度</translation>
        </message>
        <message>
            <source>Everything is here</source>
            <translation>已全部导入</translation>
        </message>
        <message>
            <source>Importing newest first</source>
            <translation>从最新邮件开始导入</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始使用</translation>
        </message>
        <message>
            <source>Start while it imports</source>
            <translation>边导入边开始</translation>
        </message>
        <message>
            <source>counting …</source>
            <translation>正在统计…</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>约 %1</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>未能登录</translation>
        </message>
        <message>
            <source>Folders not seen</source>
            <translation>未能查看文件夹</translation>
        </message>
        <message>
            <source>Sending does not work</source>
            <translation>无法发信</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Look at the folders</source>
            <translation>查看文件夹</translation>
        </message>
        <message>
            <source>Check sending</source>
            <translation>检查发信</translation>
        </message>
        <message>
            <source>Enter the address your marketplaces and customers write to.</source>
            <translation>填写平台和客户给您写信的邮箱。</translation>
        </message>
        <message>
            <source>Email address</source>
            <translation>邮箱地址</translation>
        </message>
        <message>
            <source>Open the page of %1</source>
            <translation>打开%1的页面</translation>
        </message>
        <message>
            <source>Sign in with the browser instead</source>
            <translation>改用浏览器登录</translation>
        </message>
        <message>
            <source>Use an app password instead</source>
            <translation>改用应用专用密码</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Go on without sending</source>
            <translation>暂不发信，继续</translation>
        </message>
        <message>
            <source>Authorization code</source>
            <translation>授权码</translation>
        </message>
        <message>
            <source>App password</source>
            <translation>应用专用密码</translation>
        </message>
        <message>
            <source>Password or app password</source>
            <translation>密码或授权码</translation>
        </message>
        <message>
            <source>Receiving server (IMAP)</source>
            <translation>收信服务器（IMAP）</translation>
        </message>
        <message>
            <source>Sending server (SMTP)</source>
            <translation>发信服务器（SMTP）</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Port, %1</source>
            <translation>端口，%1</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>加密方式</translation>
        </message>
        <message>
            <source>Security, %1</source>
            <translation>加密方式，%1</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>This is the sample shop. Start Shopdesk itself to connect your mailbox.</source>
            <translation>这是示例店铺。请直接启动 Shopdesk 来连接您的邮箱。</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>d MMM</source>
            <comment>date without year, Qt date format</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>Yesterday %1</source>
            <translation>昨天 %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>昨天 %1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>tomorrow %1</source>
            <translation>明天 %1</translation>
        </message>
        <message>
            <source>%1m</source>
            <comment>minutes</comment>
            <translation>%1 分</translation>
        </message>
        <message>
            <source>%1d</source>
            <comment>days</comment>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>%1h</source>
            <comment>hours</comment>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1h %2m</source>
            <comment>hours and two-digit minutes</comment>
            <translation>%1 小时 %2 分</translation>
        </message>
        <message>
            <source>Overdue %1</source>
            <translation>超时 %1</translation>
        </message>
        <message>
            <source>Own shop</source>
            <translation>自营店</translation>
        </message>
        <message>
            <source>due in %1</source>
            <translation>%1 后到期</translation>
        </message>
        <message>
            <source>angry customer</source>
            <translation>客户情绪激动</translation>
        </message>
        <message>
            <source>unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>with attachment</source>
            <translation>有附件</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a spoken sentence</comment>
            <translation>，</translation>
        </message>
    </context>
</TS>
