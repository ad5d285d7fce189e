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
            <translation>稍后处理</translation>
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
    </context>
    <context>
        <name>Calm</name>
        <message>
            <source>Connect a mailbox to begin</source>
            <translation>先连接一个邮箱</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider. In a terminal:</source>
            <translation>邮件只保存在这台电脑和您的邮件服务商那里。在终端中运行：</translation>
        </message>
        <message>
            <source>or look around first:  main.py demo</source>
            <translation>或者先看看示例：  main.py demo</translation>
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
            <translation>J 和 K 上下移动，E 标记完成，H 稍后处理。</translation>
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
        <name>Conversation</name>
        <message>
            <source>You</source>
            <translation>我</translation>
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
            <source>1 remote image not loaded</source>
            <translation>1 张远程图片未加载</translation>
        </message>
        <message>
            <source>%1 remote images not loaded</source>
            <translation>%1 张远程图片未加载</translation>
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
            <source>This file could run a program. Save it only if you know the sender.</source>
            <translation>此文件可能会运行程序。只有认识发件人时才保存。</translation>
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
            <source>Save file</source>
            <translation>保存文件</translation>
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
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</source>
            <translation>%1 没有响应。请检查网络连接；Shopdesk 会自动重试。</translation>
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
            <source>Another program keeps the data busy. Try again in a moment.</source>
            <translation>另一个程序正在占用数据。请稍后重试。</translation>
        </message>
        <message>
            <source>That is not here any more, or not here yet. Try again after the next sync.</source>
            <translation>内容已不存在或尚未下载。请在下次同步后重试。</translation>
        </message>
        <message>
            <source>This cannot be used. Check what was typed.</source>
            <translation>无法使用。请检查输入的内容。</translation>
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
            <source>Nothing for ‘%1’</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Try fewer words, a name or an order number. Esc leads back.</source>
            <translation>请试试更少的词、姓名或订单号。按 Esc 返回。</translation>
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
            <source>Synced just now</source>
            <translation>刚刚已同步</translation>
        </message>
        <message>
            <source>Synced %1 min ago</source>
            <translation>%1 分钟前已同步</translation>
        </message>
        <message>
            <source>%1 mailboxes</source>
            <translation>%1 个邮箱</translation>
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
            <source>Mark done (E)</source>
            <translation>标记完成（E）</translation>
        </message>
        <message>
            <source>Snooze (H)</source>
            <translation>稍后处理（H）</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超时</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Wrote before</source>
            <translation>回头客</translation>
        </message>
        <message>
            <source>%1 order numbers</source>
            <translation>%1 个订单号</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Other conversations</source>
            <translation>其他会话</translation>
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
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Comfortable list</source>
            <translation>宽松列表</translation>
        </message>
        <message>
            <source>Compact list</source>
            <translation>紧凑列表</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>列表密度</translation>
        </message>
        <message>
            <source>Text size: %1 %</source>
            <translation>文字大小：%1 %</translation>
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
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Copied %1</source>
            <translation>已复制 %1</translation>
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
            <source>Taken back: %1</source>
            <translation>已撤销：%1</translation>
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
