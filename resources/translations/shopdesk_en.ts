<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>Next conversation</source>
            <translation>Next conversation</translation>
        </message>
        <message>
            <source>Previous conversation</source>
            <translation>Previous conversation</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Go to Needs reply</source>
            <translation>Go to Needs reply</translation>
        </message>
        <message>
            <source>Go to Waiting</source>
            <translation>Go to Waiting</translation>
        </message>
        <message>
            <source>Go to Snoozed</source>
            <translation>Go to Snoozed</translation>
        </message>
        <message>
            <source>Go to Done</source>
            <translation>Go to Done</translation>
        </message>
        <message>
            <source>Go to Notices</source>
            <translation>Go to Notices</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Next pane</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Previous pane</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Mark done</translation>
        </message>
        <message>
            <source>Back to Needs reply</source>
            <translation>Back to Needs reply</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Mark unread</source>
            <translation>Mark unread</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Unfold earlier messages</source>
            <translation>Unfold earlier messages</translation>
        </message>
        <message>
            <source>Show the original mail</source>
            <translation>Show the original mail</translation>
        </message>
        <message>
            <source>Customer panel</source>
            <translation>Customer panel</translation>
        </message>
        <message>
            <source>Compact list</source>
            <translation>Compact list</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>Usual text size</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Commands, customers, orders</source>
            <translation>Commands, customers, orders</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>All keys</translation>
        </message>
        <message>
            <source>Snooze until the customer replies</source>
            <translation>Snooze until the customer replies</translation>
        </message>
        <message>
            <source>Go to Inbox</source>
            <translation>Go to Inbox</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>Select</translation>
        </message>
        <message>
            <source>Extend the selection down</source>
            <translation>Extend the selection down</translation>
        </message>
        <message>
            <source>Extend the selection up</source>
            <translation>Extend the selection up</translation>
        </message>
        <message>
            <source>Select all in this list</source>
            <translation>Select all in this list</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>Filter the list</translation>
        </message>
        <message>
            <source>Mails that could not be read</source>
            <translation>Mails that could not be read</translation>
        </message>
        <message>
            <source>Add mailbox</source>
            <translation>Add mailbox</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Reply to all</source>
            <translation>Reply to all</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>New mail</source>
            <translation>New mail</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>Find in this conversation</translation>
        </message>
        <message>
            <source>Load remote images</source>
            <translation>Load remote images</translation>
        </message>
        <message>
            <source>View source</source>
            <translation>View source</translation>
        </message>
        <message>
            <source>Merge conversations…</source>
            <translation>Merge conversations…</translation>
        </message>
        <message>
            <source>Why is it due then?</source>
            <translation>Why is it due then?</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>What is it about?</translation>
        </message>
        <message>
            <source>Mailboxes and sync</source>
            <translation>Mailboxes and sync</translation>
        </message>
        <message>
            <source>Show the log folder</source>
            <translation>Show the log folder</translation>
        </message>
        <message>
            <source>Import orders…</source>
            <translation>Import orders…</translation>
        </message>
        <message>
            <source>Today’s facts…</source>
            <translation>Today’s facts…</translation>
        </message>
        <message>
            <source>What Shopdesk has learned…</source>
            <translation>What Shopdesk has learned…</translation>
        </message>
        <message>
            <source>What was promised?</source>
            <translation>What was promised?</translation>
        </message>
        <message>
            <source>Open who waits longest</source>
            <translation>Open who waits longest</translation>
        </message>
        <message>
            <source>Do not disturb…</source>
            <translation>Do not disturb…</translation>
        </message>
        <message>
            <source>Go to Today</source>
            <translation>Go to Today</translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation>Assign…</translation>
        </message>
        <message>
            <source>Assign to me</source>
            <translation>Assign to me</translation>
        </message>
        <message>
            <source>Join the customer with…</source>
            <translation>Join the customer with…</translation>
        </message>
        <message>
            <source>Block the sender…</source>
            <translation>Block the sender…</translation>
        </message>
        <message>
            <source>Go to Cases</source>
            <translation>Go to Cases</translation>
        </message>
        <message>
            <source>Go to Parcels to watch</source>
            <translation>Go to Parcels to watch</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>New case</translation>
        </message>
        <message>
            <source>Move the case</source>
            <translation>Move the case</translation>
        </message>
        <message>
            <source>Link with a case…</source>
            <translation>Link with a case…</translation>
        </message>
        <message>
            <source>Compensation ledger</source>
            <translation>Compensation ledger</translation>
        </message>
        <message>
            <source>Go to Customers</source>
            <translation>Go to Customers</translation>
        </message>
        <message>
            <source>Go to Templates</source>
            <translation>Go to Templates</translation>
        </message>
        <message>
            <source>Go to Reports</source>
            <translation>Go to Reports</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>New template</translation>
        </message>
        <message>
            <source>Save the reply as a template</source>
            <translation>Save the reply as a template</translation>
        </message>
        <message>
            <source>Save the template</source>
            <translation>Save the template</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Go</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>View</source>
            <translation>View</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>Shop</translation>
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
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>Once a day everything is copied to another drive. When this computer breaks, little is lost.</source>
            <translation>Once a day everything is copied to another drive. When this computer breaks, little is lost.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Looking at what is new …</source>
            <translation>Looking at what is new …</translation>
        </message>
        <message>
            <source>Stopped. Older copies are as they were.</source>
            <translation>Stopped. Older copies are as they were.</translation>
        </message>
        <message>
            <source>Progress of the backup</source>
            <translation>Progress of the backup</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Backup folder</source>
            <translation>Backup folder</translation>
        </message>
        <message>
            <source>Best on a drive of its own: a USB stick, an external disk, a network drive. The copies of the last 7 days and 4 weeks are kept. They hold all mails, but no password.</source>
            <translation>Best on a drive of its own: a USB stick, an external disk, a network drive. The copies of the last 7 days and 4 weeks are kept. They hold all mails, but no password.</translation>
        </message>
        <message>
            <source>Make no more backups</source>
            <translation>Make no more backups</translation>
        </message>
        <message>
            <source>To a new computer in 5 steps</source>
            <translation>To a new computer in 5 steps</translation>
        </message>
        <message>
            <source>1. Install Shopdesk on the new computer, and do not open it yet.</source>
            <translation>1. Install Shopdesk on the new computer, and do not open it yet.</translation>
        </message>
        <message>
            <source>2. Connect the drive with the backup folder.</source>
            <translation>2. Connect the drive with the backup folder.</translation>
        </message>
        <message>
            <source>3. Open a terminal and run this, with the folder as it is called there:</source>
            <translation>3. Open a terminal and run this, with the folder as it is called there:</translation>
        </message>
        <message>
            <source>4. Open Shopdesk and sign in to each mailbox again: no backup holds a password.</source>
            <translation>4. Open Shopdesk and sign in to each mailbox again: no backup holds a password.</translation>
        </message>
        <message>
            <source>5. Open the outbox: what was about to leave is held there until you decide about it.</source>
            <translation>5. Open the outbox: what was about to leave is held there until you decide about it.</translation>
        </message>
        <message>
            <source>What is typed on the new computer</source>
            <translation>What is typed on the new computer</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Choose another folder …</source>
            <translation>Choose another folder …</translation>
        </message>
        <message>
            <source>Choose a folder …</source>
            <translation>Choose a folder …</translation>
        </message>
        <message>
            <source>None chosen yet</source>
            <translation>None chosen yet</translation>
        </message>
        <message>
            <source>On the same disk as the data: when that breaks, both are gone. Choose another drive.</source>
            <translation>On the same disk as the data: when that breaks, both are gone. Choose another drive.</translation>
        </message>
        <message>
            <source>backup folder</source>
            <translation>backup folder</translation>
        </message>
        <message>
            <source>1 copy</source>
            <translation>1 copy</translation>
        </message>
        <message>
            <source>%1 copies</source>
            <translation>%1 copies</translation>
        </message>
        <message>
            <source>Last: %1</source>
            <translation>Last: %1</translation>
        </message>
        <message>
            <source>The customer you erased goes out of all copies with the next backup.</source>
            <translation>The customer you erased goes out of all copies with the next backup.</translation>
        </message>
        <message>
            <source>Since %1: %2</source>
            <translation>Since %1: %2</translation>
        </message>
        <message>
            <source>less than an hour</source>
            <translation>less than an hour</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 hour</translation>
        </message>
        <message>
            <source>%1 hours</source>
            <translation>%1 hours</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 days</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>No backup yet</translation>
        </message>
        <message>
            <source>Backup: %1 old</source>
            <translation>Backup: %1 old</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Far too old</source>
            <translation>Far too old</translation>
        </message>
        <message>
            <source>Old</source>
            <translation>Old</translation>
        </message>
    </context>
    <context>
        <name>Calm</name>
        <message>
            <source>Connect a mailbox to begin</source>
            <translation>Connect a mailbox to begin</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider.</source>
            <translation>Your mail stays on this computer and with your mail provider.</translation>
        </message>
        <message>
            <source>Connect a mailbox</source>
            <translation>Connect a mailbox</translation>
        </message>
        <message>
            <source>Your mail is on its way</source>
            <translation>Your mail is on its way</translation>
        </message>
        <message>
            <source>The newest conversations appear here first.</source>
            <translation>The newest conversations appear here first.</translation>
        </message>
        <message>
            <source>Choose a conversation</source>
            <translation>Choose a conversation</translation>
        </message>
        <message>
            <source>J and K go through the list, E marks done, H snoozes.</source>
            <translation>J and K go through the list, E marks done, H snoozes.</translation>
        </message>
        <message>
            <source>You are all caught up</source>
            <translation>You are all caught up</translation>
        </message>
        <message>
            <source>Nobody is waiting for a reply.</source>
            <translation>Nobody is waiting for a reply.</translation>
        </message>
        <message>
            <source>See what is waiting</source>
            <translation>See what is waiting</translation>
        </message>
        <message>
            <source>Nothing here right now</source>
            <translation>Nothing here right now</translation>
        </message>
    </context>
    <context>
        <name>Cases</name>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>Refund</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Exchange</translation>
        </message>
        <message>
            <source>Replacement</source>
            <translation>Replacement</translation>
        </message>
        <message>
            <source>Compensation</source>
            <translation>Compensation</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Repair</translation>
        </message>
        <message>
            <source>Not received</source>
            <translation>Not received</translation>
        </message>
        <message>
            <source>Changed their mind</source>
            <translation>Changed their mind</translation>
        </message>
        <message>
            <source>Wrong size</source>
            <translation>Wrong size</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Damaged</translation>
        </message>
        <message>
            <source>Wrong item sent</source>
            <translation>Wrong item sent</translation>
        </message>
        <message>
            <source>Not as described</source>
            <translation>Not as described</translation>
        </message>
        <message>
            <source>Defect</source>
            <translation>Defect</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>Sealed</translation>
        </message>
        <message>
            <source>Unused</source>
            <translation>Unused</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Used</translation>
        </message>
        <message>
            <source>Take it back and pay back %1.</source>
            <translation>Take it back and pay back %1.</translation>
        </message>
        <message>
            <source>Take it back for a part: %1.</source>
            <translation>Take it back for a part: %1.</translation>
        </message>
        <message>
            <source>Pay back %1; the customer keeps it.</source>
            <translation>Pay back %1; the customer keeps it.</translation>
        </message>
        <message>
            <source>Refuse the return.</source>
            <translation>Refuse the return.</translation>
        </message>
        <message>
            <source>The shop pays the way.</source>
            <translation>The shop pays the way.</translation>
        </message>
        <message>
            <source>The customer pays the way.</source>
            <translation>The customer pays the way.</translation>
        </message>
        <message>
            <source>Answer with /%1.</source>
            <translation>Answer with /%1.</translation>
        </message>
        <message>
            <source>Return by the policy</source>
            <translation>Return by the policy</translation>
        </message>
        <message>
            <source>Use this decision</source>
            <translation>Use this decision</translation>
        </message>
        <message>
            <source>Days since it arrived</source>
            <translation>Days since it arrived</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>Condition</translation>
        </message>
        <message>
            <source>Use it and answer</source>
            <translation>Use it and answer</translation>
        </message>
        <message>
            <source>It arrived on %1.</source>
            <translation>It arrived on %1.</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>Complaint</translation>
        </message>
        <message>
            <source>Bad review</source>
            <translation>Bad review</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>Dispute</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Waiting for customer</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Return on its way</source>
            <translation>Return on its way</translation>
        </message>
        <message>
            <source>Arrived – decide</source>
            <translation>Arrived – decide</translation>
        </message>
        <message>
            <source>Refund / replace</source>
            <translation>Refund / replace</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>In hand</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Followed up</source>
            <translation>Followed up</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archived</translation>
        </message>
        <message>
            <source>Pay back</source>
            <translation>Pay back</translation>
        </message>
        <message>
            <source>Pay back a part</source>
            <translation>Pay back a part</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Compensate</source>
            <translation>Compensate</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>Explain</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decided</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Counts</translation>
        </message>
        <message>
            <source>Does not count</source>
            <translation>Does not count</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Payments</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>Supplier</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>Warehouse</translation>
        </message>
        <message>
            <source>Owner of the shop</source>
            <translation>Owner of the shop</translation>
        </message>
        <message>
            <source>Ask by mail</source>
            <translation>Ask by mail</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Answer until</source>
            <translation>Answer until</translation>
        </message>
        <message>
            <source>The customer’s newest mail is put under your question.</source>
            <translation>The customer’s newest mail is put under your question.</translation>
        </message>
        <message>
            <source>Type a mail address.</source>
            <translation>Type a mail address.</translation>
        </message>
        <message>
            <source>Write your question.</source>
            <translation>Write your question.</translation>
        </message>
        <message>
            <source>Type a date to come, such as “friday 17:00”.</source>
            <translation>Type a date to come, such as “friday 17:00”.</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>Variant</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>SKU</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Price</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Currency</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>What the evidence shows</source>
            <translation>What the evidence shows</translation>
        </message>
        <message>
            <source>Evidence received</source>
            <translation>Evidence received</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Resolution</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Customer’s consent</source>
            <translation>Customer’s consent</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>Return parcel</source>
            <translation>Return parcel</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>Carried out</translation>
        </message>
        <message>
            <source>Follow up on</source>
            <translation>Follow up on</translation>
        </message>
        <message>
            <source>Result of the follow-up</source>
            <translation>Result of the follow-up</translation>
        </message>
        <message>
            <source>Root cause</source>
            <translation>Root cause</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Lesson</translation>
        </message>
        <message>
            <source>Platform’s deadline</source>
            <translation>Platform’s deadline</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Next step</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>By when</translation>
        </message>
        <message>
            <source>No playbook</source>
            <translation>No playbook</translation>
        </message>
        <message>
            <source>Answer with /%1</source>
            <translation>Answer with /%1</translation>
        </message>
        <message>
            <source>Playbook</source>
            <translation>Playbook</translation>
        </message>
        <message>
            <source>%1 follows “%2” now; what was ticked stays</source>
            <translation>%1 follows “%2” now; what was ticked stays</translation>
        </message>
        <message>
            <source>Playbook: %1</source>
            <translation>Playbook: %1</translation>
        </message>
        <message>
            <source>Follow another playbook</source>
            <translation>Follow another playbook</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Platform’s deadline in %1</source>
            <translation>Platform’s deadline in %1</translation>
        </message>
        <message>
            <source>Reply within %1</source>
            <translation>Reply within %1</translation>
        </message>
        <message>
            <source>Due in %1</source>
            <translation>Due in %1</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>1 open</source>
            <translation>1 open</translation>
        </message>
        <message>
            <source>%1 open</source>
            <translation>%1 open</translation>
        </message>
        <message>
            <source>1 overdue</source>
            <translation>1 overdue</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 overdue</translation>
        </message>
        <message>
            <source>%1 at stake</source>
            <translation>%1 at stake</translation>
        </message>
        <message>
            <source>%1 moved to %2</source>
            <translation>%1 moved to %2</translation>
        </message>
        <message>
            <source>%1 is as it was</source>
            <translation>%1 is as it was</translation>
        </message>
        <message>
            <source>Everything in a zip archive</source>
            <translation>Everything in a zip archive</translation>
        </message>
        <message>
            <source>Evidence pack</source>
            <translation>Evidence pack</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>%1 opened</source>
            <translation>%1 opened</translation>
        </message>
        <message>
            <source>Stage %1 of 5: %2</source>
            <translation>Stage %1 of 5: %2</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Only what is due or late</source>
            <translation>Only what is due or late</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>New case</translation>
        </message>
        <message>
            <source>New case (N)</source>
            <translation>New case (N)</translation>
        </message>
        <message>
            <source>Whose cases are shown</source>
            <translation>Whose cases are shown</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>All shops</translation>
        </message>
        <message>
            <source>Everyone’s</source>
            <translation>Everyone’s</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>“tomorrow 9”, “friday”, 2026-11-30</source>
            <translation>“tomorrow 9”, “friday”, 2026-11-30</translation>
        </message>
        <message>
            <source>39.90 EUR</source>
            <translation>39.90 EUR</translation>
        </message>
        <message>
            <source>Drag a case here or press N</source>
            <translation>Drag a case here or press N</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Fold</translation>
        </message>
        <message>
            <source>New case in %1</source>
            <translation>New case in %1</translation>
        </message>
        <message>
            <source>Show closed cases</source>
            <translation>Show closed cases</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Stands at</source>
            <translation>Stands at</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>%1 given to %2</source>
            <translation>%1 given to %2</translation>
        </message>
        <message>
            <source>%1 is nobody’s now</source>
            <translation>%1 is nobody’s now</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>%1 cannot be read. Check what was typed.</source>
            <translation>%1 cannot be read. Check what was typed.</translation>
        </message>
        <message>
            <source>Say at least who it is about, or what.</source>
            <translation>Say at least who it is about, or what.</translation>
        </message>
        <message>
            <source>Create case</source>
            <translation>Create case</translation>
        </message>
        <message>
            <source>%1 to “%2”</source>
            <translation>%1 to “%2”</translation>
        </message>
        <message>
            <source>Save and move</source>
            <translation>Save and move</translation>
        </message>
        <message>
            <source>Still needed: %1</source>
            <translation>Still needed: %1</translation>
        </message>
        <message>
            <source>Move to</source>
            <translation>Move to</translation>
        </message>
        <message>
            <source>Nobody’s</source>
            <translation>Nobody’s</translation>
        </message>
        <message>
            <source>Owner: %1</source>
            <translation>Owner: %1</translation>
        </message>
        <message>
            <source>Back to the board</source>
            <translation>Back to the board</translation>
        </message>
        <message>
            <source>Move to… (M)</source>
            <translation>Move to… (M)</translation>
        </message>
        <message>
            <source>Ask by mail…</source>
            <translation>Ask by mail…</translation>
        </message>
        <message>
            <source>Evidence pack…</source>
            <translation>Evidence pack…</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Return…</translation>
        </message>
        <message>
            <source>Show in inbox</source>
            <translation>Show in inbox</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>Ledger</translation>
        </message>
        <message>
            <source>What cases cost, and what the limits leave</source>
            <translation>What cases cost, and what the limits leave</translation>
        </message>
        <message>
            <source>Whose case it is (A)</source>
            <translation>Whose case it is (A)</translation>
        </message>
        <message>
            <source>Go on: %1  E</source>
            <translation>Go on: %1  E</translation>
        </message>
        <message>
            <source>Decided: tell the customer  E</source>
            <translation>Decided: tell the customer  E</translation>
        </message>
        <message>
            <source>Mails of this case</source>
            <translation>Mails of this case</translation>
        </message>
        <message>
            <source>No mails are linked with this case.</source>
            <translation>No mails are linked with this case.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>%1 · evidence ✓</source>
            <translation>%1 · evidence ✓</translation>
        </message>
        <message>
            <source>%1 · take as evidence</source>
            <translation>%1 · take as evidence</translation>
        </message>
        <message>
            <source>Edit %1</source>
            <translation>Edit %1</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Facts</translation>
        </message>
        <message>
            <source>Asked by mail</source>
            <translation>Asked by mail</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>answered</translation>
        </message>
        <message>
            <source>%1 has answered</source>
            <translation>%1 has answered</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Asked %1; the mail is on its way</source>
            <translation>Asked %1; the mail is on its way</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Opened</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Moved</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>Conversation linked</source>
            <translation>Conversation linked</translation>
        </message>
        <message>
            <source>Conversation parted</source>
            <translation>Conversation parted</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Taken back</translation>
        </message>
        <message>
            <source>Forgotten</source>
            <translation>Forgotten</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Case that hurries</source>
            <translation>Case that hurries</translation>
        </message>
        <message>
            <source>Open case %1</source>
            <translation>Open case %1</translation>
        </message>
        <message>
            <source>%1 is more than one case may give away (%2): somebody has to approve it.</source>
            <translation>%1 is more than one case may give away (%2): somebody has to approve it.</translation>
        </message>
        <message>
            <source>%1 is more than what is left for this month (%2): somebody has to approve it.</source>
            <translation>%1 is more than what is left for this month (%2): somebody has to approve it.</translation>
        </message>
        <message>
            <source>After this, %1 of %2 are left for goodwill this month.</source>
            <translation>After this, %1 of %2 are left for goodwill this month.</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>Link…</source>
            <translation>Link…</translation>
        </message>
        <message>
            <source>Link a conversation</source>
            <translation>Link a conversation</translation>
        </message>
        <message>
            <source>Link a conversation with %1</source>
            <translation>Link a conversation with %1</translation>
        </message>
        <message>
            <source>Customer, subject or order number</source>
            <translation>Customer, subject or order number</translation>
        </message>
        <message>
            <source>Its mails stand beside those of the case, and in the evidence pack. Z takes it back.</source>
            <translation>Its mails stand beside those of the case, and in the evidence pack. Z takes it back.</translation>
        </message>
        <message>
            <source>Type a customer, a subject or an order number to find the conversation.</source>
            <translation>Type a customer, a subject or an order number to find the conversation.</translation>
        </message>
        <message>
            <source>Conversation linked with %1</source>
            <translation>Conversation linked with %1</translation>
        </message>
        <message>
            <source>Conversation parted from %1</source>
            <translation>Conversation parted from %1</translation>
        </message>
        <message>
            <source>Show “%1” in the inbox</source>
            <translation>Show “%1” in the inbox</translation>
        </message>
        <message>
            <source>Part “%1” from the case</source>
            <translation>Part “%1” from the case</translation>
        </message>
        <message>
            <source>Link this conversation with a case</source>
            <translation>Link this conversation with a case</translation>
        </message>
        <message>
            <source>Number, customer, order or item</source>
            <translation>Number, customer, order or item</translation>
        </message>
        <message>
            <source>Both show each other from then on. Z takes it back.</source>
            <translation>Both show each other from then on. Z takes it back.</translation>
        </message>
        <message>
            <source>No such case. Press Esc, then C for a new one.</source>
            <translation>No such case. Press Esc, then C for a new one.</translation>
        </message>
        <message>
            <source>linked – choose it to part them</source>
            <translation>linked – choose it to part them</translation>
        </message>
        <message>
            <source>Compensation ledger</source>
            <translation>Compensation ledger</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>The month before</translation>
        </message>
        <message>
            <source>The month after</source>
            <translation>The month after</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Nothing was decided to be paid in this month.</source>
            <translation>Nothing was decided to be paid in this month.</translation>
        </message>
        <message>
            <source>1 payment</source>
            <translation>1 payment</translation>
        </message>
        <message>
            <source>%1 payments</source>
            <translation>%1 payments</translation>
        </message>
        <message>
            <source>Left for goodwill · %1</source>
            <translation>Left for goodwill · %1</translation>
        </message>
        <message>
            <source>%1 of %2 given</source>
            <translation>%1 of %2 given</translation>
        </message>
        <message>
            <source>at most %1 a case</source>
            <translation>at most %1 a case</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <comment>a month</comment>
            <translation>MMMM yyyy</translation>
        </message>
        <message>
            <source>Export the ledger</source>
            <translation>Export the ledger</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Note for the team</source>
            <translation>Note for the team</translation>
        </message>
        <message>
            <source>Text of the mail</source>
            <translation>Text of the mail</translation>
        </message>
        <message>
            <source>Write a reply. / opens the templates.</source>
            <translation>Write a reply. / opens the templates.</translation>
        </message>
        <message>
            <source>What should the team know?</source>
            <translation>What should the team know?</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Cc</source>
            <translation>Cc</translation>
        </message>
        <message>
            <source>Bcc</source>
            <translation>Bcc</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Reply, reply all or forward</source>
            <translation>Reply, reply all or forward</translation>
        </message>
        <message>
            <source>Recipients: %1</source>
            <translation>Recipients: %1</translation>
        </message>
        <message>
            <source>Language of the templates</source>
            <translation>Language of the templates</translation>
        </message>
        <message>
            <source>Language of the templates: %1</source>
            <translation>Language of the templates: %1</translation>
        </message>
        <message>
            <source>Reply…</source>
            <translation>Reply…</translation>
        </message>
        <message>
            <source>Write a reply</source>
            <translation>Write a reply</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Reply all</source>
            <translation>Reply all</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>New mail</source>
            <translation>New mail</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>Only your team sees this</source>
            <translation>Only your team sees this</translation>
        </message>
        <message>
            <source>Add recipients</source>
            <translation>Add recipients</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>to %1</translation>
        </message>
        <message>
            <source>and 1 more</source>
            <translation>and 1 more</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>and %1 more</translation>
        </message>
        <message>
            <source>“%1” is still open. Fill it in or delete it, then send.</source>
            <translation>“%1” is still open. Fill it in or delete it, then send.</translation>
        </message>
        <message>
            <source>The subject still has %1. Fill it in, then send.</source>
            <translation>The subject still has %1. Fill it in, then send.</translation>
        </message>
        <message>
            <source>Nobody would get this mail. Add a recipient.</source>
            <translation>Nobody would get this mail. Add a recipient.</translation>
        </message>
        <message>
            <source>“%1” is not a mail address. Correct it, then send.</source>
            <translation>“%1” is not a mail address. Correct it, then send.</translation>
        </message>
        <message>
            <source>There are no words yet.</source>
            <translation>There are no words yet.</translation>
        </message>
        <message>
            <source>With “%1” the files are more than 25 MB. Send a link, or fewer files.</source>
            <translation>With “%1” the files are more than 25 MB. Send a link, or fewer files.</translation>
        </message>
        <message>
            <source>“%1” cannot be read. It was not added.</source>
            <translation>“%1” cannot be read. It was not added.</translation>
        </message>
        <message>
            <source>This is a no-reply address: nobody may read the answer.</source>
            <translation>This is a no-reply address: nobody may read the answer.</translation>
        </message>
        <message>
            <source>This goes to many people.</source>
            <translation>This goes to many people.</translation>
        </message>
        <message>
            <source>The answer goes to another domain than the one that wrote.</source>
            <translation>The answer goes to another domain than the one that wrote.</translation>
        </message>
        <message>
            <source>The text speaks of an attachment, and there is none.</source>
            <translation>The text speaks of an attachment, and there is none.</translation>
        </message>
        <message>
            <source>Remove the file %1</source>
            <translation>Remove the file %1</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Send &amp;&amp; done</source>
            <translation>Send &amp;&amp; done</translation>
        </message>
        <message>
            <source>Save note</source>
            <translation>Save note</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>Templates (/ at the beginning of a line)</source>
            <translation>Templates (/ at the beginning of a line)</translation>
        </message>
        <message>
            <source>Save as template</source>
            <translation>Save as template</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Attach files</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>Send later</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>Discard the draft</translation>
        </message>
        <message>
            <source>When shall it leave?</source>
            <translation>When shall it leave?</translation>
        </message>
        <message>
            <source>When? “tomorrow 9”, “friday”, or their city</source>
            <translation>When? “tomorrow 9”, “friday”, or their city</translation>
        </message>
        <message>
            <source>In an hour</source>
            <translation>In an hour</translation>
        </message>
        <message>
            <source>%1:00 their time (%2)</source>
            <translation>%1:00 their time (%2)</translation>
        </message>
        <message>
            <source>%1:00 their time (perhaps %2)</source>
            <translation>%1:00 their time (perhaps %2)</translation>
        </message>
        <message>
            <source>%1 here</source>
            <translation>%1 here</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Signature: %1</source>
            <translation>Signature: %1</translation>
        </message>
        <message>
            <source>Leave the signature out of this mail</source>
            <translation>Leave the signature out of this mail</translation>
        </message>
        <message>
            <source>Add the signature</source>
            <translation>Add the signature</translation>
        </message>
        <message>
            <source>Add “%1” to the dictionary</source>
            <translation>Add “%1” to the dictionary</translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message>
            <source>You</source>
            <translation>You</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>Copy text</translation>
        </message>
        <message>
            <source>Show the words only</source>
            <translation>Show the words only</translation>
        </message>
        <message>
            <source>Not delivered: %1</source>
            <translation>Not delivered: %1</translation>
        </message>
        <message>
            <source>Message from %1</source>
            <translation>Message from %1</translation>
        </message>
        <message>
            <source>Show the original mail</source>
            <translation>Show the original mail</translation>
        </message>
        <message>
            <source>More about this message</source>
            <translation>More about this message</translation>
        </message>
        <message>
            <source>Only your team sees this</source>
            <translation>Only your team sees this</translation>
        </message>
        <message>
            <source>No longer on the server</source>
            <translation>No longer on the server</translation>
        </message>
        <message>
            <source>Beginning only, the rest is on its way</source>
            <translation>Beginning only, the rest is on its way</translation>
        </message>
        <message>
            <source>This mail is encrypted. Save it to read it with a program that can.</source>
            <translation>This mail is encrypted. Save it to read it with a program that can.</translation>
        </message>
        <message>
            <source>This mail is signed; the signature is not checked.</source>
            <translation>This mail is signed; the signature is not checked.</translation>
        </message>
        <message>
            <source>This mail says one thing as text and another as a page. The original may differ.</source>
            <translation>This mail says one thing as text and another as a page. The original may differ.</translation>
        </message>
        <message>
            <source>This mail is very long; save it to see all of it.</source>
            <translation>This mail is very long; save it to see all of it.</translation>
        </message>
        <message>
            <source>A file of this mail lies elsewhere and is not fetched.</source>
            <translation>A file of this mail lies elsewhere and is not fetched.</translation>
        </message>
        <message>
            <source>The true sender is %1.</source>
            <translation>The true sender is %1.</translation>
        </message>
        <message>
            <source>Open in the browser, to print it</source>
            <translation>Open in the browser, to print it</translation>
        </message>
        <message>
            <source>View source</source>
            <translation>View source</translation>
        </message>
        <message>
            <source>Save as template</source>
            <translation>Save as template</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Source: %1</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>Source of the mail</source>
            <translation>Source of the mail</translation>
        </message>
        <message>
            <source>Only the beginning is shown. Save the mail to see all of it.</source>
            <translation>Only the beginning is shown. Save the mail to see all of it.</translation>
        </message>
        <message>
            <source>Find in the source</source>
            <translation>Find in the source</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>Save as .eml…</source>
            <translation>Save as .eml…</translation>
        </message>
        <message>
            <source>Mark unread from here</source>
            <translation>Mark unread from here</translation>
        </message>
        <message>
            <source>Split the conversation here</source>
            <translation>Split the conversation here</translation>
        </message>
        <message>
            <source>Hide quoted text</source>
            <translation>Hide quoted text</translation>
        </message>
        <message>
            <source>Show quoted text</source>
            <translation>Show quoted text</translation>
        </message>
        <message>
            <source>Picture %1</source>
            <translation>Picture %1</translation>
        </message>
        <message>
            <source>This file could run a program. Open it only if you know the sender.</source>
            <translation>This file could run a program. Open it only if you know the sender.</translation>
        </message>
        <message>
            <source>Open the file %1</source>
            <translation>Open the file %1</translation>
        </message>
        <message>
            <source>Save the file %1</source>
            <translation>Save the file %1</translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>(no subject)</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Due in %1</source>
            <translation>Due in %1</translation>
        </message>
        <message>
            <source>Reply not delivered</source>
            <translation>Reply not delivered</translation>
        </message>
        <message>
            <source>Copy the order number</source>
            <translation>Copy the order number</translation>
        </message>
        <message>
            <source>Copy order number %1</source>
            <translation>Copy order number %1</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Open this link?</source>
            <translation>Open this link?</translation>
        </message>
        <message>
            <source>This link leads to:</source>
            <translation>This link leads to:</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>This file can run a program on your computer.</source>
            <translation>This file can run a program on your computer.</translation>
        </message>
        <message>
            <source>This is a program that pretends to be something else. Honest senders do not do that.</source>
            <translation>This is a program that pretends to be something else. Honest senders do not do that.</translation>
        </message>
        <message>
            <source>This document holds macros: little programs that run in it.</source>
            <translation>This document holds macros: little programs that run in it.</translation>
        </message>
        <message>
            <source>This is a web page. Such files often imitate a page to sign in; enter no password there.</source>
            <translation>This is a web page. Such files often imitate a page to sign in; enter no password there.</translation>
        </message>
        <message>
            <source>This archive has a password, so no virus scanner could look into it.</source>
            <translation>This archive has a password, so no virus scanner could look into it.</translation>
        </message>
        <message>
            <source>There is a program in this archive.</source>
            <translation>There is a program in this archive.</translation>
        </message>
        <message>
            <source>Open this file?</source>
            <translation>Open this file?</translation>
        </message>
        <message>
            <source>Open it only if you expected it.</source>
            <translation>Open it only if you expected it.</translation>
        </message>
        <message>
            <source>Open anyway</source>
            <translation>Open anyway</translation>
        </message>
        <message>
            <source>Save instead…</source>
            <translation>Save instead…</translation>
        </message>
        <message>
            <source>Save this file?</source>
            <translation>Save this file?</translation>
        </message>
        <message>
            <source>It is not dragged along for that reason. Save it only if you expected it.</source>
            <translation>It is not dragged along for that reason. Save it only if you expected it.</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Save all files</source>
            <translation>Save all files</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>Save file</translation>
        </message>
        <message>
            <source>Save mail</source>
            <translation>Save mail</translation>
        </message>
        <message>
            <source>1 earlier message</source>
            <translation>1 earlier message</translation>
        </message>
        <message>
            <source>%1 earlier messages</source>
            <translation>%1 earlier messages</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>Find in this conversation</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>Previous picture</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>Next picture</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Save all files…</source>
            <translation>Save all files…</translation>
        </message>
        <message>
            <source>Fetch now</source>
            <translation>Fetch now</translation>
        </message>
        <message>
            <source>Files and the rest of this mail are still on their way.</source>
            <translation>Files and the rest of this mail are still on their way.</translation>
        </message>
        <message>
            <source>Still on its way</source>
            <translation>Still on its way</translation>
        </message>
        <message>
            <source>This picture cannot be shown</source>
            <translation>This picture cannot be shown</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>Load</translation>
        </message>
        <message>
            <source>Load the remote images</source>
            <translation>Load the remote images</translation>
        </message>
        <message>
            <source>Always for this sender</source>
            <translation>Always for this sender</translation>
        </message>
        <message>
            <source>1 remote image not loaded</source>
            <translation>1 remote image not loaded</translation>
        </message>
        <message>
            <source>%1 remote images not loaded</source>
            <translation>%1 remote images not loaded</translation>
        </message>
        <message>
            <source>Loading images…</source>
            <translation>Loading images…</translation>
        </message>
        <message>
            <source>1 image could not be loaded</source>
            <translation>1 image could not be loaded</translation>
        </message>
        <message>
            <source>%1 images could not be loaded</source>
            <translation>%1 images could not be loaded</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>The images could not be kept</source>
            <translation>The images could not be kept</translation>
        </message>
        <message>
            <source>Type a customer, a subject or an order number to find the other one.</source>
            <translation>Type a customer, a subject or an order number to find the other one.</translation>
        </message>
        <message>
            <source>All messages of both become one conversation. Z takes it back.</source>
            <translation>All messages of both become one conversation. Z takes it back.</translation>
        </message>
        <message>
            <source>Merge “%1” with…</source>
            <translation>Merge “%1” with…</translation>
        </message>
        <message>
            <source>Find the other conversation</source>
            <translation>Find the other conversation</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>the list</source>
            <translation>the list</translation>
        </message>
        <message>
            <source>the conversation</source>
            <translation>the conversation</translation>
        </message>
        <message>
            <source>the settings</source>
            <translation>the settings</translation>
        </message>
        <message>
            <source>the mailboxes</source>
            <translation>the mailboxes</translation>
        </message>
        <message>
            <source>the search</source>
            <translation>the search</translation>
        </message>
        <message>
            <source>the stored mail</source>
            <translation>the stored mail</translation>
        </message>
        <message>
            <source>the sync</source>
            <translation>the sync</translation>
        </message>
        <message>
            <source>Shopdesk</source>
            <translation>Shopdesk</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Something went wrong</translation>
        </message>
        <message>
            <source>Shopdesk ended unexpectedly last time</source>
            <translation>Shopdesk ended unexpectedly last time</translation>
        </message>
        <message>
            <source>Something went wrong in: %1</source>
            <translation>Something went wrong in: %1</translation>
        </message>
        <message>
            <source>Nothing was lost, and the rest goes on. The log has the details.</source>
            <translation>Nothing was lost, and the rest goes on. The log has the details.</translation>
        </message>
        <message>
            <source>%1 other things went wrong before; the details have them all.</source>
            <translation>%1 other things went wrong before; the details have them all.</translation>
        </message>
        <message>
            <source>Something else went wrong before; the details have both.</source>
            <translation>Something else went wrong before; the details have both.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Show log folder</source>
            <translation>Show log folder</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Copied. There are no mails, addresses or passwords in it.</source>
            <translation>Copied. There are no mails, addresses or passwords in it.</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Show details</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>Hide details</translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message>
            <source>1 customer</source>
            <translation>1 customer</translation>
        </message>
        <message>
            <source>%1 customers</source>
            <translation>%1 customers</translation>
        </message>
        <message>
            <source>Erased %1</source>
            <translation>Erased %1</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Search customers</source>
            <translation>Search customers</translation>
        </message>
        <message>
            <source>Name or address</source>
            <translation>Name or address</translation>
        </message>
        <message>
            <source>Erase for good…</source>
            <translation>Erase for good…</translation>
        </message>
        <message>
            <source>Take everything of this customer off the desk</source>
            <translation>Take everything of this customer off the desk</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>Erase for good</translation>
        </message>
        <message>
            <source>Erase %1 for good? Nobody can bring this back.</source>
            <translation>Erase %1 for good? Nobody can bring this back.</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Erase</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Nobody found</translation>
        </message>
        <message>
            <source>Try another name, or a part of the address.</source>
            <translation>Try another name, or a part of the address.</translation>
        </message>
        <message>
            <source>No customers yet</source>
            <translation>No customers yet</translation>
        </message>
        <message>
            <source>Whoever writes to the shop appears here.</source>
            <translation>Whoever writes to the shop appears here.</translation>
        </message>
        <message>
            <source>1 conversation</source>
            <translation>1 conversation</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 conversations</translation>
        </message>
        <message>
            <source>1 mail</source>
            <translation>1 mail</translation>
        </message>
        <message>
            <source>%1 mails</source>
            <translation>%1 mails</translation>
        </message>
        <message>
            <source>1 attached file</source>
            <translation>1 attached file</translation>
        </message>
        <message>
            <source>%1 attached files</source>
            <translation>%1 attached files</translation>
        </message>
        <message>
            <source>1 note</source>
            <translation>1 note</translation>
        </message>
        <message>
            <source>%1 notes</source>
            <translation>%1 notes</translation>
        </message>
        <message>
            <source>1 draft</source>
            <translation>1 draft</translation>
        </message>
        <message>
            <source>%1 drafts</source>
            <translation>%1 drafts</translation>
        </message>
        <message>
            <source>1 order</source>
            <translation>1 order</translation>
        </message>
        <message>
            <source>%1 orders</source>
            <translation>%1 orders</translation>
        </message>
        <message>
            <source>1 case stays without the name</source>
            <translation>1 case stays without the name</translation>
        </message>
        <message>
            <source>%1 cases stay without the name</source>
            <translation>%1 cases stay without the name</translation>
        </message>
        <message>
            <source>Mails on your provider’s server stay there; delete them there too.</source>
            <translation>Mails on your provider’s server stay there; delete them there too.</translation>
        </message>
        <message>
            <source>The backup lets go of them with the next backup, which is due at once.</source>
            <translation>The backup lets go of them with the next backup, which is due at once.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</source>
            <translation>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</translation>
        </message>
        <message>
            <source>The proxy %1 does not let Shopdesk through. Check it in Settings, under Connection.</source>
            <translation>The proxy %1 does not let Shopdesk through. Check it in Settings, under Connection.</translation>
        </message>
        <message>
            <source>There is no server called %1. Check the name in the settings.</source>
            <translation>There is no server called %1. Check the name in the settings.</translation>
        </message>
        <message>
            <source>The connection to %1 broke off. The next try goes on where this one stopped.</source>
            <translation>The connection to %1 broke off. The next try goes on where this one stopped.</translation>
        </message>
        <message>
            <source>%1 asks for patience. Shopdesk tries again in a few minutes.</source>
            <translation>%1 asks for patience. Shopdesk tries again in a few minutes.</translation>
        </message>
        <message>
            <source>%1 is no mail server of this kind. Check host name and port.</source>
            <translation>%1 is no mail server of this kind. Check host name and port.</translation>
        </message>
        <message>
            <source>The certificate of %1 is not valid. Check the host name, or ask the provider; nothing was sent.</source>
            <translation>The certificate of %1 is not valid. Check the host name, or ask the provider; nothing was sent.</translation>
        </message>
        <message>
            <source>%1 offers no encryption. Choose TLS on another port; nothing was sent.</source>
            <translation>%1 offers no encryption. Choose TLS on another port; nothing was sent.</translation>
        </message>
        <message>
            <source>%1 refused name or password. Enter the password again, or make an app password with the provider.</source>
            <translation>%1 refused name or password. Enter the password again, or make an app password with the provider.</translation>
        </message>
        <message>
            <source>No password for %1 is stored. Sign in to this mailbox again.</source>
            <translation>No password for %1 is stored. Sign in to this mailbox again.</translation>
        </message>
        <message>
            <source>%1 refused a request. Shopdesk tries again; if it stays, ask the provider.</source>
            <translation>%1 refused a request. Shopdesk tries again; if it stays, ask the provider.</translation>
        </message>
        <message>
            <source>A folder on %1 was renamed or removed. Shopdesk looks for it again.</source>
            <translation>A folder on %1 was renamed or removed. Shopdesk looks for it again.</translation>
        </message>
        <message>
            <source>%1 does not take the mail now. Shopdesk tries again by itself.</source>
            <translation>%1 does not take the mail now. Shopdesk tries again by itself.</translation>
        </message>
        <message>
            <source>%1 takes no more mails from this account for now. Shopdesk tries again by itself in an hour.</source>
            <translation>%1 takes no more mails from this account for now. Shopdesk tries again by itself in an hour.</translation>
        </message>
        <message>
            <source>%1 does not let this account send under that address. It was not sent. Allow the address at the provider, or answer from the mailbox’s own address.</source>
            <translation>%1 does not let this account send under that address. It was not sent. Allow the address at the provider, or answer from the mailbox’s own address.</translation>
        </message>
        <message>
            <source>%1 does not take this mail. It was not sent.</source>
            <translation>%1 does not take this mail. It was not sent.</translation>
        </message>
        <message>
            <source>This mail is larger than %1 takes. Send it with fewer or smaller files; it was not sent.</source>
            <translation>This mail is larger than %1 takes. Send it with fewer or smaller files; it was not sent.</translation>
        </message>
        <message>
            <source>%1 never said whether it took the mail. Look into Sent, then decide; it is not sent again by itself.</source>
            <translation>%1 never said whether it took the mail. Look into Sent, then decide; it is not sent again by itself.</translation>
        </message>
        <message>
            <source>Something is wrong with %1. Shopdesk tries again by itself.</source>
            <translation>Something is wrong with %1. Shopdesk tries again by itself.</translation>
        </message>
        <message>
            <source>Stopped. What was done so far is kept.</source>
            <translation>Stopped. What was done so far is kept.</translation>
        </message>
        <message>
            <source>The system's keychain is locked or missing. Unlock it, then try again.</source>
            <translation>The system's keychain is locked or missing. Unlock it, then try again.</translation>
        </message>
        <message>
            <source>Another Shopdesk works on this data folder. Close it first, or choose another folder.</source>
            <translation>Another Shopdesk works on this data folder. Close it first, or choose another folder.</translation>
        </message>
        <message>
            <source>The data folder cannot be read or written. Check its rights, or choose another folder.</source>
            <translation>The data folder cannot be read or written. Check its rights, or choose another folder.</translation>
        </message>
        <message>
            <source>A data file is damaged. Leave everything as it is and bring back the last backup.</source>
            <translation>A data file is damaged. Leave everything as it is and bring back the last backup.</translation>
        </message>
        <message>
            <source>A newer Shopdesk wrote this data folder. Install the newest version; nothing was changed.</source>
            <translation>A newer Shopdesk wrote this data folder. Install the newest version; nothing was changed.</translation>
        </message>
        <message>
            <source>The disk is full. Make room, then try again; nothing half-written is kept.</source>
            <translation>The disk is full. Make room, then try again; nothing half-written is kept.</translation>
        </message>
        <message>
            <source>The file cannot be saved there. Choose another place.</source>
            <translation>The file cannot be saved there. Choose another place.</translation>
        </message>
        <message>
            <source>No backup folder is chosen yet. Choose one in Settings, Backups.</source>
            <translation>No backup folder is chosen yet. Choose one in Settings, Backups.</translation>
        </message>
        <message>
            <source>The backup folder is not there. Connect its drive, or choose another folder in Settings, Backups.</source>
            <translation>The backup folder is not there. Connect its drive, or choose another folder in Settings, Backups.</translation>
        </message>
        <message>
            <source>The backup folder cannot be read or written. Check its drive, or choose another folder.</source>
            <translation>The backup folder cannot be read or written. Check its drive, or choose another folder.</translation>
        </message>
        <message>
            <source>This folder lies among the data, or holds another desk’s backup. Choose another folder.</source>
            <translation>This folder lies among the data, or holds another desk’s backup. Choose another folder.</translation>
        </message>
        <message>
            <source>The backup drive is full. Make room there, or choose another folder; older copies are kept.</source>
            <translation>The backup drive is full. Make room there, or choose another folder; older copies are kept.</translation>
        </message>
        <message>
            <source>The new copy is not whole and was thrown away. Older copies are kept; try again, or check the drive.</source>
            <translation>The new copy is not whole and was thrown away. Older copies are kept; try again, or check the drive.</translation>
        </message>
        <message>
            <source>A backup is being made just now. Wait until it is done.</source>
            <translation>A backup is being made just now. Wait until it is done.</translation>
        </message>
        <message>
            <source>A backup is brought back into an empty folder only.</source>
            <translation>A backup is brought back into an empty folder only.</translation>
        </message>
        <message>
            <source>Another program keeps the data busy. Try again in a moment.</source>
            <translation>Another program keeps the data busy. Try again in a moment.</translation>
        </message>
        <message>
            <source>That is not here any more, or not here yet. Try again after the next sync.</source>
            <translation>That is not here any more, or not here yet. Try again after the next sync.</translation>
        </message>
        <message>
            <source>The case cannot stand there yet: something is still missing.</source>
            <translation>The case cannot stand there yet: something is still missing.</translation>
        </message>
        <message>
            <source>This cannot be used. Check what was typed.</source>
            <translation>This cannot be used. Check what was typed.</translation>
        </message>
        <message>
            <source>This address is connected already.</source>
            <translation>This address is connected already.</translation>
        </message>
        <message>
            <source>This mail has left already. It cannot be taken back.</source>
            <translation>This mail has left already. It cannot be taken back.</translation>
        </message>
        <message>
            <source>This mailbox has no server for sending. Add one in Settings, under Mailboxes; the draft is kept.</source>
            <translation>This mailbox has no server for sending. Add one in Settings, under Mailboxes; the draft is kept.</translation>
        </message>
        <message>
            <source>Something in this mail is still open. Fill it in, then send it.</source>
            <translation>Something in this mail is still open. Fill it in, then send it.</translation>
        </message>
        <message>
            <source>Something in this template cannot be filled in. Open it in Templates; the place is marked there.</source>
            <translation>Something in this template cannot be filled in. Open it in Templates; the place is marked there.</translation>
        </message>
        <message>
            <source>This file cannot be read as templates. Use JSON, CSV or xlsx; a file of Shopdesk shows the form.</source>
            <translation>This file cannot be read as templates. Use JSON, CSV or xlsx; a file of Shopdesk shows the form.</translation>
        </message>
        <message>
            <source>There are no templates in this file.</source>
            <translation>There are no templates in this file.</translation>
        </message>
        <message>
            <source>This file is too large for a file of templates. Split it, then import the parts.</source>
            <translation>This file is too large for a file of templates. Split it, then import the parts.</translation>
        </message>
        <message>
            <source>This file has no columns for templates. The first row must name at least “name” and “body”.</source>
            <translation>This file has no columns for templates. The first row must name at least “name” and “body”.</translation>
        </message>
        <message>
            <source>This file cannot be read as a table of orders. Use the file as the marketplace exports it.</source>
            <translation>This file cannot be read as a table of orders. Use the file as the marketplace exports it.</translation>
        </message>
        <message>
            <source>There are no orders in this file.</source>
            <translation>There are no orders in this file.</translation>
        </message>
        <message>
            <source>This file is too large for a file of orders. Export a shorter time.</source>
            <translation>This file is too large for a file of orders. Export a shorter time.</translation>
        </message>
        <message>
            <source>No column of this file is known to hold order numbers. Choose the columns yourself.</source>
            <translation>No column of this file is known to hold order numbers. Choose the columns yourself.</translation>
        </message>
        <message>
            <source>The watched folder cannot be read. Choose another one.</source>
            <translation>The watched folder cannot be read. Choose another one.</translation>
        </message>
        <message>
            <source>This mail cannot be read. It is set aside with all its bytes.</source>
            <translation>This mail cannot be read. It is set aside with all its bytes.</translation>
        </message>
        <message>
            <source>That did not work. Try again.</source>
            <translation>That did not work. Try again.</translation>
        </message>
        <message>
            <source>%1: password refused</source>
            <translation>%1: password refused</translation>
        </message>
        <message>
            <source>%1: sign in again</source>
            <translation>%1: sign in again</translation>
        </message>
        <message>
            <source>%1: offline</source>
            <translation>%1: offline</translation>
        </message>
        <message>
            <source>%1: proxy refused</source>
            <translation>%1: proxy refused</translation>
        </message>
        <message>
            <source>%1: server not found</source>
            <translation>%1: server not found</translation>
        </message>
        <message>
            <source>%1: connection lost</source>
            <translation>%1: connection lost</translation>
        </message>
        <message>
            <source>%1: server asks for patience</source>
            <translation>%1: server asks for patience</translation>
        </message>
        <message>
            <source>%1: certificate not valid</source>
            <translation>%1: certificate not valid</translation>
        </message>
        <message>
            <source>%1: no encryption</source>
            <translation>%1: no encryption</translation>
        </message>
        <message>
            <source>%1: no mail server there</source>
            <translation>%1: no mail server there</translation>
        </message>
        <message>
            <source>%1: keychain locked</source>
            <translation>%1: keychain locked</translation>
        </message>
        <message>
            <source>%1: disk full</source>
            <translation>%1: disk full</translation>
        </message>
        <message>
            <source>Something unexpected happened. The log file has the details; nothing was lost.</source>
            <translation>Something unexpected happened. The log file has the details; nothing was lost.</translation>
        </message>
        <message>
            <source>The mail server</source>
            <translation>The mail server</translation>
        </message>
        <message>
            <source>%1: sync stopped</source>
            <translation>%1: sync stopped</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Restart the sync</source>
            <translation>Restart the sync</translation>
        </message>
        <message>
            <source>See what helps</source>
            <translation>See what helps</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>All mailboxes</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>Mailbox</translation>
        </message>
        <message>
            <source>Protocol</source>
            <translation>Protocol</translation>
        </message>
        <message>
            <source>Commands and answers, without passwords and without the text of mails.</source>
            <translation>Commands and answers, without passwords and without the text of mails.</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Refresh</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>Nothing was said yet.</source>
            <translation>Nothing was said yet.</translation>
        </message>
        <message>
            <source>Save the protocol</source>
            <translation>Save the protocol</translation>
        </message>
        <message>
            <source>Mailboxes and sync</source>
            <translation>Mailboxes and sync</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>Restart now</translation>
        </message>
        <message>
            <source>Sync all now</source>
            <translation>Sync all now</translation>
        </message>
        <message>
            <source>Protocol of all mailboxes</source>
            <translation>Protocol of all mailboxes</translation>
        </message>
        <message>
            <source>Log folder</source>
            <translation>Log folder</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>Importing</translation>
        </message>
        <message>
            <source>Trying now</source>
            <translation>Trying now</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Tries again</source>
            <translation>Tries again</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Needs you</translation>
        </message>
        <message>
            <source>Enter the password</source>
            <translation>Enter the password</translation>
        </message>
        <message>
            <source>Sign in with the browser</source>
            <translation>Sign in with the browser</translation>
        </message>
        <message>
            <source>Look at the certificate</source>
            <translation>Look at the certificate</translation>
        </message>
        <message>
            <source>Check the settings</source>
            <translation>Check the settings</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>%1 allows no more connections. Close this mailbox in other mail programs, or wait: Shopdesk tries again.</source>
            <translation>%1 allows no more connections. Close this mailbox in other mail programs, or wait: Shopdesk tries again.</translation>
        </message>
        <message>
            <source>1 mail</source>
            <translation>1 mail</translation>
        </message>
        <message>
            <source>%1 mails</source>
            <translation>%1 mails</translation>
        </message>
        <message>
            <source>The sync has stopped by itself. It is started again in %1; nothing was lost.</source>
            <translation>The sync has stopped by itself. It is started again in %1; nothing was lost.</translation>
        </message>
        <message>
            <source>No mailbox is connected yet.</source>
            <translation>No mailbox is connected yet.</translation>
        </message>
        <message>
            <source>%1 mailboxes bring no mail at the moment.</source>
            <translation>%1 mailboxes bring no mail at the moment.</translation>
        </message>
        <message>
            <source>One mailbox brings no mail at the moment.</source>
            <translation>One mailbox brings no mail at the moment.</translation>
        </message>
        <message>
            <source>Mail is being imported. Everything else can be used meanwhile.</source>
            <translation>Mail is being imported. Everything else can be used meanwhile.</translation>
        </message>
        <message>
            <source>All mailboxes work.</source>
            <translation>All mailboxes work.</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>1 mail was set aside</source>
            <translation>1 mail was set aside</translation>
        </message>
        <message>
            <source>%1 mails were set aside</source>
            <translation>%1 mails were set aside</translation>
        </message>
        <message>
            <source>No mail has come in for %1: the sync has stopped.</source>
            <translation>No mail has come in for %1: the sync has stopped.</translation>
        </message>
        <message>
            <source>%1 mailboxes have brought no mail for %2.</source>
            <translation>%1 mailboxes have brought no mail for %2.</translation>
        </message>
        <message>
            <source>%1 has brought no mail for %2.</source>
            <translation>%1 has brought no mail for %2.</translation>
        </message>
        <message>
            <source>not tried again by itself</source>
            <translation>not tried again by itself</translation>
        </message>
        <message>
            <source>Has not worked yet</source>
            <translation>Has not worked yet</translation>
        </message>
        <message>
            <source>Worked just now</source>
            <translation>Worked just now</translation>
        </message>
        <message>
            <source>Last worked %1 min ago</source>
            <translation>Last worked %1 min ago</translation>
        </message>
        <message>
            <source>Last worked %1</source>
            <comment>a time</comment>
            <translation>Last worked %1</translation>
        </message>
        <message>
            <source>looks now</source>
            <translation>looks now</translation>
        </message>
        <message>
            <source>next look %1</source>
            <comment>a time</comment>
            <translation>next look %1</translation>
        </message>
        <message>
            <source>next look in %1</source>
            <translation>next look in %1</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Close this notice</translation>
        </message>
        <message>
            <source>The server says: %1</source>
            <translation>The server says: %1</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sync now</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>Password or app password</source>
            <translation>Password or app password</translation>
        </message>
        <message>
            <source>Password of %1</source>
            <translation>Password of %1</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Stop the import</source>
            <translation>Stop the import</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
    </context>
    <context>
        <name>Inbox</name>
        <message>
            <source>The sync is started again.</source>
            <translation>The sync is started again.</translation>
        </message>
        <message>
            <source>Sync stopped · Restart</source>
            <translation>Sync stopped · Restart</translation>
        </message>
        <message>
            <source>%1 · Fix</source>
            <translation>%1 · Fix</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>Needs reply</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Notices</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Clear search</translation>
        </message>
        <message>
            <source>Nothing for ‘%1’</source>
            <translation>Nothing for ‘%1’</translation>
        </message>
        <message>
            <source>Try fewer words, a name or an order number. Esc leads back.</source>
            <translation>Try fewer words, a name or an order number. Esc leads back.</translation>
        </message>
        <message>
            <source>Nothing fits the filter</source>
            <translation>Nothing fits the filter</translation>
        </message>
        <message>
            <source>There may be more in this list without it.</source>
            <translation>There may be more in this list without it.</translation>
        </message>
        <message>
            <source>Nothing here right now</source>
            <translation>Nothing here right now</translation>
        </message>
        <message>
            <source>New messages appear the moment they arrive.</source>
            <translation>New messages appear the moment they arrive.</translation>
        </message>
        <message>
            <source>Search customers, orders, messages</source>
            <translation>Search customers, orders, messages</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Notices: %1 unread</source>
            <translation>Notices: %1 unread</translation>
        </message>
        <message>
            <source>Looking for mail</source>
            <translation>Looking for mail</translation>
        </message>
        <message>
            <source>Importing %1 of %2</source>
            <translation>Importing %1 of %2</translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>less than a minute</translation>
        </message>
        <message>
            <source>about %1 min</source>
            <translation>about %1 min</translation>
        </message>
        <message>
            <source>about %1 h</source>
            <translation>about %1 h</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Sync is paused</source>
            <translation>Sync is paused</translation>
        </message>
        <message>
            <source>Synced just now</source>
            <translation>Synced just now</translation>
        </message>
        <message>
            <source>Synced %1 min ago</source>
            <translation>Synced %1 min ago</translation>
        </message>
        <message>
            <source>Synced at %1</source>
            <translation>Synced at %1</translation>
        </message>
        <message>
            <source>1 shop</source>
            <translation>1 shop</translation>
        </message>
        <message>
            <source>%1 shops</source>
            <translation>%1 shops</translation>
        </message>
        <message>
            <source>Sync: %1</source>
            <translation>Sync: %1</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Angry</source>
            <comment>heading over conversations with angry customers</comment>
            <translation>Angry</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Selected: %1</source>
            <translation>Selected: %1</translation>
        </message>
        <message>
            <source>1 mail could not be read</source>
            <translation>1 mail could not be read</translation>
        </message>
        <message>
            <source>%1 mails could not be read</source>
            <translation>%1 mails could not be read</translation>
        </message>
        <message>
            <source>1 selected</source>
            <translation>1 selected</translation>
        </message>
        <message>
            <source>%1 selected</source>
            <translation>%1 selected</translation>
        </message>
        <message>
            <source>Clear selection</source>
            <translation>Clear selection</translation>
        </message>
        <message>
            <source>One mailbox</source>
            <translation>One mailbox</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Unread</translation>
        </message>
        <message>
            <source>With attachments</source>
            <translation>With attachments</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>All mailboxes</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Clear filter</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>All keys</source>
            <translation>All keys</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>or</source>
            <comment>between two ways to press the same command</comment>
            <translation>or</translation>
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
            <translation>read as “%1” before</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>Not urgent</source>
            <translation>Not urgent</translation>
        </message>
        <message>
            <source>What Shopdesk has learned</source>
            <translation>What Shopdesk has learned</translation>
        </message>
        <message>
            <source>Whenever you say that a mail is about something else, Shopdesk reads the next one from this sender, or with these words, as you said.</source>
            <translation>Whenever you say that a mail is about something else, Shopdesk reads the next one from this sender, or with these words, as you said.</translation>
        </message>
        <message>
            <source>Nothing yet. %1 above a conversation shows what it is about and corrects it.</source>
            <translation>Nothing yet. %1 above a conversation shows what it is about and corrects it.</translation>
        </message>
        <message>
            <source>%1 older ones are not shown.</source>
            <translation>%1 older ones are not shown.</translation>
        </message>
        <message>
            <source>Removed: %1</source>
            <translation>Removed: %1</translation>
        </message>
        <message>
            <source>It is learned again.</source>
            <translation>It is learned again.</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>Learned</translation>
        </message>
    </context>
    <context>
        <name>Muting</name>
        <message>
            <source>For 1 hour</source>
            <translation>For 1 hour</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>Until tomorrow</translation>
        </message>
        <message>
            <source>Until I turn them on</source>
            <translation>Until I turn them on</translation>
        </message>
        <message>
            <source>Notifications are muted.</source>
            <translation>Notifications are muted.</translation>
        </message>
        <message>
            <source>Notifications are muted until %1.</source>
            <translation>Notifications are muted until %1.</translation>
        </message>
        <message>
            <source>Mute notifications:</source>
            <translation>Mute notifications:</translation>
        </message>
        <message>
            <source>Mute notifications: %1</source>
            <translation>Mute notifications: %1</translation>
        </message>
        <message>
            <source>Turn them on</source>
            <translation>Turn them on</translation>
        </message>
        <message>
            <source>Turn notifications on</source>
            <translation>Turn notifications on</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Close Shopdesk</source>
            <translation>Close Shopdesk</translation>
        </message>
        <message>
            <source>Keep syncing when the window is closed?</source>
            <translation>Keep syncing when the window is closed?</translation>
        </message>
        <message>
            <source>An icon in the tray leads back. You can change this in Settings.</source>
            <translation>An icon in the tray leads back. You can change this in Settings.</translation>
        </message>
        <message>
            <source>Keep syncing</source>
            <translation>Keep syncing</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>%1 new messages need a reply</source>
            <translation>%1 new messages need a reply</translation>
        </message>
        <message>
            <source>A new message needs a reply</source>
            <translation>A new message needs a reply</translation>
        </message>
        <message>
            <source>Open Shopdesk to read.</source>
            <translation>Open Shopdesk to read.</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 conversations need a reply</source>
            <translation>%1 conversations need a reply</translation>
        </message>
        <message>
            <source>One conversation needs a reply</source>
            <translation>One conversation needs a reply</translation>
        </message>
        <message>
            <source>Open Shopdesk</source>
            <translation>Open Shopdesk</translation>
        </message>
        <message>
            <source>Turn notifications on</source>
            <translation>Turn notifications on</translation>
        </message>
        <message>
            <source>Mute for 1 hour</source>
            <translation>Mute for 1 hour</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sync now</translation>
        </message>
    </context>
    <context>
        <name>Orders</name>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 of %3</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>Reading %1</translation>
        </message>
        <message>
            <source>Reading %1: row %2</source>
            <translation>Reading %1: row %2</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>Import orders</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>How far the import is</source>
            <translation>How far the import is</translation>
        </message>
        <message>
            <source>Import 1 order</source>
            <translation>Import 1 order</translation>
        </message>
        <message>
            <source>Import %1 orders</source>
            <translation>Import %1 orders</translation>
        </message>
        <message>
            <source>Nothing to import</source>
            <translation>Nothing to import</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Stopped; nothing was written.</source>
            <translation>Stopped; nothing was written.</translation>
        </message>
        <message>
            <source>Files of orders</source>
            <translation>Files of orders</translation>
        </message>
        <message>
            <source>Watched folder</source>
            <translation>Watched folder</translation>
        </message>
        <message>
            <source>Drop a file of orders here</source>
            <translation>Drop a file of orders here</translation>
        </message>
        <message>
            <source>CSV, tab-separated or xlsx, as Shopify, WooCommerce, Amazon, eBay, Etsy, TikTok, Shopee, Lazada, Taobao, Wish and others export it</source>
            <translation>CSV, tab-separated or xlsx, as Shopify, WooCommerce, Amazon, eBay, Etsy, TikTok, Shopee, Lazada, Taobao, Wish and others export it</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>New order files in a folder can come in by themselves.</source>
            <translation>New order files in a folder can come in by themselves.</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Choose a folder…</translation>
        </message>
        <message>
            <source>Stop watching</source>
            <translation>Stop watching</translation>
        </message>
        <message>
            <source>– none –</source>
            <translation>– none –</translation>
        </message>
        <message>
            <source>Column for: %1</source>
            <translation>Column for: %1</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>Order number</translation>
        </message>
        <message>
            <source>Later than promised</source>
            <translation>Later than promised</translation>
        </message>
        <message>
            <source>No scan for days</source>
            <translation>No scan for days</translation>
        </message>
        <message>
            <source>Not shipped in time</source>
            <translation>Not shipped in time</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Address to be checked</source>
            <translation>Address to be checked</translation>
        </message>
        <message>
            <source>Phone number to be checked</source>
            <translation>Phone number to be checked</translation>
        </message>
        <message>
            <source>Outside of the area</source>
            <translation>Outside of the area</translation>
        </message>
        <message>
            <source>Parcel number mistyped</source>
            <translation>Parcel number mistyped</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>for %1</translation>
        </message>
        <message>
            <source>It was to arrive by %1.</source>
            <translation>It was to arrive by %1.</translation>
        </message>
        <message>
            <source>Parcel %2 was last seen on %3.</source>
            <translation>Parcel %2 was last seen on %3.</translation>
        </message>
        <message>
            <source>It was to leave by %1.</source>
            <translation>It was to leave by %1.</translation>
        </message>
        <message>
            <source>Ordered on %4 and not paid since.</source>
            <translation>Ordered on %4 and not paid since.</translation>
        </message>
        <message>
            <source>%2 is no number that can be called.</source>
            <translation>%2 is no number that can be called.</translation>
        </message>
        <message>
            <source>The shop does not send to %2.</source>
            <translation>The shop does not send to %2.</translation>
        </message>
        <message>
            <source>%2 is no valid parcel number: a sign of it is wrong.</source>
            <translation>%2 is no valid parcel number: a sign of it is wrong.</translation>
        </message>
        <message>
            <source>The address has no name.</source>
            <translation>The address has no name.</translation>
        </message>
        <message>
            <source>The address has no street.</source>
            <translation>The address has no street.</translation>
        </message>
        <message>
            <source>The street has no house number.</source>
            <translation>The street has no house number.</translation>
        </message>
        <message>
            <source>The address has no town.</source>
            <translation>The address has no town.</translation>
        </message>
        <message>
            <source>The address has no postcode.</source>
            <translation>The address has no postcode.</translation>
        </message>
        <message>
            <source>The postcode does not look like one of its country.</source>
            <translation>The postcode does not look like one of its country.</translation>
        </message>
        <message>
            <source>No name in the file</source>
            <translation>No name in the file</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 and %2 more</translation>
        </message>
        <message>
            <source>1 piece</source>
            <translation>1 piece</translation>
        </message>
        <message>
            <source>%1 pieces</source>
            <translation>%1 pieces</translation>
        </message>
        <message>
            <source>Date of the order</source>
            <translation>Date of the order</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>Last seen</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Goes to</translation>
        </message>
        <message>
            <source>Status of the payment</source>
            <translation>Status of the payment</translation>
        </message>
        <message>
            <source>Status of shipping</source>
            <translation>Status of shipping</translation>
        </message>
        <message>
            <source>Status of the return</source>
            <translation>Status of the return</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>Paid on</translation>
        </message>
        <message>
            <source>Shipped on</source>
            <translation>Shipped on</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>Delivered on</translation>
        </message>
        <message>
            <source>Cancelled on</source>
            <translation>Cancelled on</translation>
        </message>
        <message>
            <source>Ship by</source>
            <translation>Ship by</translation>
        </message>
        <message>
            <source>Promised delivery</source>
            <translation>Promised delivery</translation>
        </message>
        <message>
            <source>Last scan</source>
            <translation>Last scan</translation>
        </message>
        <message>
            <source>Mail address or alias</source>
            <translation>Mail address or alias</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Name at the marketplace</source>
            <translation>Name at the marketplace</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>Recipient</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>Street</translation>
        </message>
        <message>
            <source>City</source>
            <translation>City</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postcode</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Country</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>SKU</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>Variant</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>Price of one</translation>
        </message>
        <message>
            <source>Price of the line</source>
            <translation>Price of the line</translation>
        </message>
        <message>
            <source>Line with shipping and tax</source>
            <translation>Line with shipping and tax</translation>
        </message>
        <message>
            <source>Sum of the order</source>
            <translation>Sum of the order</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Currency</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>Refunded</translation>
        </message>
        <message>
            <source>Parcel number</source>
            <translation>Parcel number</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>Carrier</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>Shop</translation>
        </message>
        <message>
            <source>Shopify orders</source>
            <translation>Shopify orders</translation>
        </message>
        <message>
            <source>WooCommerce orders (Analytics)</source>
            <translation>WooCommerce orders (Analytics)</translation>
        </message>
        <message>
            <source>WooCommerce orders (export add-on)</source>
            <translation>WooCommerce orders (export add-on)</translation>
        </message>
        <message>
            <source>Amazon unshipped or new orders</source>
            <translation>Amazon unshipped or new orders</translation>
        </message>
        <message>
            <source>Amazon all orders</source>
            <translation>Amazon all orders</translation>
        </message>
        <message>
            <source>eBay orders report</source>
            <translation>eBay orders report</translation>
        </message>
        <message>
            <source>Etsy sold orders</source>
            <translation>Etsy sold orders</translation>
        </message>
        <message>
            <source>Etsy sold order items</source>
            <translation>Etsy sold order items</translation>
        </message>
        <message>
            <source>TikTok Shop orders</source>
            <translation>TikTok Shop orders</translation>
        </message>
        <message>
            <source>Shopee orders</source>
            <translation>Shopee orders</translation>
        </message>
        <message>
            <source>Lazada orders</source>
            <translation>Lazada orders</translation>
        </message>
        <message>
            <source>Taobao or Tmall orders</source>
            <translation>Taobao or Tmall orders</translation>
        </message>
        <message>
            <source>Taobao or Tmall items</source>
            <translation>Taobao or Tmall items</translation>
        </message>
        <message>
            <source>Wish orders</source>
            <translation>Wish orders</translation>
        </message>
        <message>
            <source>Dianxiaomi orders</source>
            <translation>Dianxiaomi orders</translation>
        </message>
        <message>
            <source>1 row has no order number and is left out</source>
            <translation>1 row has no order number and is left out</translation>
        </message>
        <message>
            <source>%1 rows have no order number and are left out</source>
            <translation>%1 rows have no order number and are left out</translation>
        </message>
        <message>
            <source>1 row has a number that a spreadsheet program rounded, and is left out</source>
            <translation>1 row has a number that a spreadsheet program rounded, and is left out</translation>
        </message>
        <message>
            <source>%1 rows have numbers that a spreadsheet program rounded, and are left out</source>
            <translation>%1 rows have numbers that a spreadsheet program rounded, and are left out</translation>
        </message>
        <message>
            <source>1 row has too many or too few cells and is left out</source>
            <translation>1 row has too many or too few cells and is left out</translation>
        </message>
        <message>
            <source>%1 rows have too many or too few cells and are left out</source>
            <translation>%1 rows have too many or too few cells and are left out</translation>
        </message>
        <message>
            <source>1 date cannot be read; the order comes in without it</source>
            <translation>1 date cannot be read; the order comes in without it</translation>
        </message>
        <message>
            <source>%1 dates cannot be read; the orders come in without them</source>
            <translation>%1 dates cannot be read; the orders come in without them</translation>
        </message>
        <message>
            <source>1 amount cannot be read; the order comes in without it</source>
            <translation>1 amount cannot be read; the order comes in without it</translation>
        </message>
        <message>
            <source>%1 amounts cannot be read; the orders come in without them</source>
            <translation>%1 amounts cannot be read; the orders come in without them</translation>
        </message>
        <message>
            <source>1 quantity cannot be read and counts as one piece</source>
            <translation>1 quantity cannot be read and counts as one piece</translation>
        </message>
        <message>
            <source>%1 quantities cannot be read and count as one piece</source>
            <translation>%1 quantities cannot be read and count as one piece</translation>
        </message>
        <message>
            <source>1 status is not known; the order comes in without it</source>
            <translation>1 status is not known; the order comes in without it</translation>
        </message>
        <message>
            <source>%1 statuses are not known; the orders come in without them</source>
            <translation>%1 statuses are not known; the orders come in without them</translation>
        </message>
        <message>
            <source>Row %1</source>
            <translation>Row %1</translation>
        </message>
        <message>
            <source>1 new</source>
            <translation>1 new</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>%1 new</translation>
        </message>
        <message>
            <source>1 changed</source>
            <translation>1 changed</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <translation>%1 changed</translation>
        </message>
        <message>
            <source>1 the same</source>
            <translation>1 the same</translation>
        </message>
        <message>
            <source>%1 the same</source>
            <translation>%1 the same</translation>
        </message>
        <message>
            <source>1 row left out</source>
            <translation>1 row left out</translation>
        </message>
        <message>
            <source>%1 rows left out</source>
            <translation>%1 rows left out</translation>
        </message>
        <message>
            <source>Brought in: %1 new, %2 changed, %3 the same</source>
            <translation>Brought in: %1 new, %2 changed, %3 the same</translation>
        </message>
        <message>
            <source>Which column has the order numbers? Choose it below.</source>
            <translation>Which column has the order numbers? Choose it below.</translation>
        </message>
        <message>
            <source>No order of this file can be used.</source>
            <translation>No order of this file can be used.</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Kind of file</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 rows</translation>
        </message>
        <message>
            <source>Own table</source>
            <translation>Own table</translation>
        </message>
        <message>
            <source>Hide the columns</source>
            <translation>Hide the columns</translation>
        </message>
        <message>
            <source>Choose the columns…</source>
            <translation>Choose the columns…</translation>
        </message>
        <message>
            <source>When shall an order be looked at?</source>
            <translation>When shall an order be looked at?</translation>
        </message>
        <message>
            <source>Days without a scan</source>
            <translation>Days without a scan</translation>
        </message>
        <message>
            <source>Hours without payment</source>
            <translation>Hours without payment</translation>
        </message>
        <message>
            <source>Countries the shop sends to</source>
            <translation>Countries the shop sends to</translation>
        </message>
        <message>
            <source>Codes of two letters such as DE, AT, FR; empty: all countries</source>
            <translation>Codes of two letters such as DE, AT, FR; empty: all countries</translation>
        </message>
        <message>
            <source>All countries</source>
            <translation>All countries</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>“%1” is no code of a country. Germany is DE, China is CN.</source>
            <translation>“%1” is no code of a country. Germany is DE, China is CN.</translation>
        </message>
        <message>
            <source>%1 is left alone until something changes</source>
            <translation>%1 is left alone until something changes</translation>
        </message>
        <message>
            <source>%1 is listed again</source>
            <translation>%1 is listed again</translation>
        </message>
        <message>
            <source>The rules are as they were</source>
            <translation>The rules are as they were</translation>
        </message>
        <message>
            <source>The rules were changed</source>
            <translation>The rules were changed</translation>
        </message>
        <message>
            <source>Parcels to watch</source>
            <translation>Parcels to watch</translation>
        </message>
        <message>
            <source>Orders that need somebody</source>
            <translation>Orders that need somebody</translation>
        </message>
        <message>
            <source>1 order</source>
            <translation>1 order</translation>
        </message>
        <message>
            <source>%1 orders</source>
            <translation>%1 orders</translation>
        </message>
        <message>
            <source>Looking through the orders…</source>
            <translation>Looking through the orders…</translation>
        </message>
        <message>
            <source>Nothing is late, unpaid or badly addressed: %1.</source>
            <translation>Nothing is late, unpaid or badly addressed: %1.</translation>
        </message>
        <message>
            <source>All orders are on their way</source>
            <translation>All orders are on their way</translation>
        </message>
        <message>
            <source>Bring in a marketplace’s order file: late and faulty orders are listed here.</source>
            <translation>Bring in a marketplace’s order file: late and faulty orders are listed here.</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>No orders yet</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Write</translation>
        </message>
        <message>
            <source>Not a problem</source>
            <translation>Not a problem</translation>
        </message>
        <message>
            <source>Leave it alone until something about it changes (E)</source>
            <translation>Leave it alone until something about it changes (E)</translation>
        </message>
        <message>
            <source>Write to the customer (Enter)</source>
            <translation>Write to the customer (Enter)</translation>
        </message>
        <message>
            <source>The file has no mail address of this customer: write through the marketplace.</source>
            <translation>The file has no mail address of this customer: write through the marketplace.</translation>
        </message>
        <message>
            <source>No template fits; the mail begins empty.</source>
            <translation>No template fits; the mail begins empty.</translation>
        </message>
        <message>
            <source>With the template “%1”</source>
            <translation>With the template “%1”</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>To %1: %2</source>
            <translation>To %1: %2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Look again</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>It was sent</translation>
        </message>
        <message>
            <source>We do not know whether this mail to %1 left.</source>
            <translation>We do not know whether this mail to %1 left.</translation>
        </message>
        <message>
            <source>It waits for your decision.</source>
            <translation>It waits for your decision.</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <translation>Not sent: %1</translation>
        </message>
        <message>
            <source>Sent, but not to %1.</source>
            <translation>Sent, but not to %1.</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Being sent…</source>
            <translation>Being sent…</translation>
        </message>
        <message>
            <source>Will be sent when you are online.</source>
            <translation>Will be sent when you are online.</translation>
        </message>
        <message>
            <source>Not sent yet: %1</source>
            <translation>Not sent yet: %1</translation>
        </message>
        <message>
            <source>Leaves now</source>
            <translation>Leaves now</translation>
        </message>
        <message>
            <source>Leaves %1</source>
            <translation>Leaves %1</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Nothing waits: every mail has left.</source>
            <translation>Nothing waits: every mail has left.</translation>
        </message>
        <message>
            <source>1 mail has not left yet.</source>
            <translation>1 mail has not left yet.</translation>
        </message>
        <message>
            <source>%1 mails have not left yet.</source>
            <translation>%1 mails have not left yet.</translation>
        </message>
        <message>
            <source>Sending 1 mail…</source>
            <translation>Sending 1 mail…</translation>
        </message>
        <message>
            <source>Sending %1 mails…</source>
            <translation>Sending %1 mails…</translation>
        </message>
        <message>
            <source>The window closes by itself when they have left.</source>
            <translation>The window closes by itself when they have left.</translation>
        </message>
        <message>
            <source>Close now</source>
            <translation>Close now</translation>
        </message>
        <message>
            <source>It leaves when Shopdesk runs again and is online.</source>
            <translation>It leaves when Shopdesk runs again and is online.</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>Close anyway</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Stay</translation>
        </message>
        <message>
            <source>1 mail waits</source>
            <translation>1 mail waits</translation>
        </message>
        <message>
            <source>%1 mails wait</source>
            <translation>%1 mails wait</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>1 conversation</source>
            <translation>1 conversation</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 conversations</translation>
        </message>
        <message>
            <source>Snooze until %1</source>
            <translation>Snooze until %1</translation>
        </message>
        <message>
            <source>Search messages for “%1”</source>
            <translation>Search messages for “%1”</translation>
        </message>
        <message>
            <source>last seen %1</source>
            <translation>last seen %1</translation>
        </message>
        <message>
            <source>This conversation</source>
            <translation>This conversation</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Go to</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Commands</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Commands, customers, orders</source>
            <translation>Commands, customers, orders</translation>
        </message>
        <message>
            <source>Type a command, a customer or an order number</source>
            <translation>Type a command, a customer or an order number</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>What fits</translation>
        </message>
        <message>
            <source>Nothing fits. Try other words.</source>
            <translation>Nothing fits. Try other words.</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>Other conversations</source>
            <translation>Other conversations</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Write a note</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>folded</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>unfolded</translation>
        </message>
        <message>
            <source>%1: fold or move</source>
            <translation>%1: fold or move</translation>
        </message>
        <message>
            <source>Unfold</source>
            <translation>Unfold</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Fold</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>First message %1</source>
            <translation>First message %1</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>Copy the address</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>Spent</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>Returns</translation>
        </message>
        <message>
            <source>Remove tag %1</source>
            <translation>Remove tag %1</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Add a tag</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>New tag</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>Needs reply</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>This is the first conversation with this customer.</source>
            <translation>This is the first conversation with this customer.</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>Show all %1</translation>
        </message>
        <message>
            <source>Note about this customer</source>
            <translation>Note about this customer</translation>
        </message>
        <message>
            <source>What is worth remembering? Only your team sees it.</source>
            <translation>What is worth remembering? Only your team sees it.</translation>
        </message>
        <message>
            <source>Save note</source>
            <translation>Save note</translation>
        </message>
        <message>
            <source>Save note (Ctrl+Enter)</source>
            <translation>Save note (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>edited</translation>
        </message>
        <message>
            <source>unsaved change</source>
            <translation>unsaved change</translation>
        </message>
        <message>
            <source>Edit note: %1</source>
            <translation>Edit note: %1</translation>
        </message>
        <message>
            <source>Remove note: %1</source>
            <translation>Remove note: %1</translation>
        </message>
        <message>
            <source>Draft: %1</source>
            <translation>Draft: %1</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>Nothing noted yet.</translation>
        </message>
        <message>
            <source>No item in the file</source>
            <translation>No item in the file</translation>
        </message>
        <message>
            <source>Copy parcel number %1</source>
            <translation>Copy parcel number %1</translation>
        </message>
        <message>
            <source>Put parcel number %1 into the reply</source>
            <translation>Put parcel number %1 into the reply</translation>
        </message>
        <message>
            <source>%1 items</source>
            <translation>%1 items</translation>
        </message>
        <message>
            <source>Put order number %1 into the reply</source>
            <translation>Put order number %1 into the reply</translation>
        </message>
        <message>
            <source>Search for order %1</source>
            <translation>Search for order %1</translation>
        </message>
        <message>
            <source>No order number in these messages.</source>
            <translation>No order number in these messages.</translation>
        </message>
        <message>
            <source>Show 1 more order</source>
            <translation>Show 1 more order</translation>
        </message>
        <message>
            <source>Show %1 more orders</source>
            <translation>Show %1 more orders</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>Shipped</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Block the sender</source>
            <translation>Block the sender</translation>
        </message>
        <message>
            <source>Unblock %1</source>
            <translation>Unblock %1</translation>
        </message>
        <message>
            <source>Block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>Block everybody at %1</source>
            <translation>Block everybody at %1</translation>
        </message>
        <message>
            <source>%2, and mark 1 open conversation done</source>
            <translation>%2, and mark 1 open conversation done</translation>
        </message>
        <message>
            <source>%2, and mark %1 open conversations done</source>
            <translation>%2, and mark %1 open conversations done</translation>
        </message>
        <message>
            <source>Type a name or an address, also one that never wrote.</source>
            <translation>Type a name or an address, also one that never wrote.</translation>
        </message>
        <message>
            <source>Conversations, orders, notes and cases of both stand together. Z takes it back.</source>
            <translation>Conversations, orders, notes and cases of both stand together. Z takes it back.</translation>
        </message>
        <message>
            <source>Who is %1 too?</source>
            <translation>Who is %1 too?</translation>
        </message>
        <message>
            <source>Name or address</source>
            <translation>Name or address</translation>
        </message>
        <message>
            <source>Join with…</source>
            <translation>Join with…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>Block…</translation>
        </message>
        <message>
            <source>All their addresses: %1</source>
            <translation>All their addresses: %1</translation>
        </message>
        <message>
            <source>writes about the same order %1</source>
            <translation>writes about the same order %1</translation>
        </message>
        <message>
            <source>order %1 was placed under this address</source>
            <translation>order %1 was placed under this address</translation>
        </message>
        <message>
            <source>same buyer account %1</source>
            <translation>same buyer account %1</translation>
        </message>
        <message>
            <source>same name and telephone number %1</source>
            <translation>same name and telephone number %1</translation>
        </message>
        <message>
            <source>Also writes from</source>
            <translation>Also writes from</translation>
        </message>
        <message>
            <source>Also this customer?</source>
            <translation>Also this customer?</translation>
        </message>
        <message>
            <source>Part %1 from this customer</source>
            <translation>Part %1 from this customer</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>Join with %1</source>
            <translation>Join with %1</translation>
        </message>
        <message>
            <source>Blocked senders</source>
            <translation>Blocked senders</translation>
        </message>
        <message>
            <source>Their mails are kept and found by the search, but they stand among the notices, ask for no answer and ring no bell.</source>
            <translation>Their mails are kept and found by the search, but they stand among the notices, ask for no answer and ring no bell.</translation>
        </message>
        <message>
            <source>Nobody. %1 above a conversation puts its sender here.</source>
            <translation>Nobody. %1 above a conversation puts its sender here.</translation>
        </message>
        <message>
            <source>%1 is heard again, also with what came meanwhile.</source>
            <translation>%1 is heard again, also with what came meanwhile.</translation>
        </message>
        <message>
            <source>Blocked again.</source>
            <translation>Blocked again.</translation>
        </message>
        <message>
            <source>Everybody at %1</source>
            <translation>Everybody at %1</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Unblock</translation>
        </message>
        <message>
            <source>Writes %1</source>
            <translation>Writes %1</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>%1 there, perhaps in %2</source>
            <translation>%1 there, perhaps in %2</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>1 value missing</source>
            <translation>1 value missing</translation>
        </message>
        <message>
            <source>%1 values missing</source>
            <translation>%1 values missing</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>Insert</translation>
        </message>
        <message>
            <source>Tab  next value</source>
            <translation>Tab  next value</translation>
        </message>
        <message>
            <source>No words in %1: %2 is used.</source>
            <translation>No words in %1: %2 is used.</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>Search templates</source>
            <translation>Search templates</translation>
        </message>
        <message>
            <source>Name, words or code</source>
            <translation>Name, words or code</translation>
        </message>
        <message>
            <source>No template for “%1”</source>
            <translation>No template for “%1”</translation>
        </message>
        <message>
            <source>There are no templates yet.</source>
            <translation>There are no templates yet.</translation>
        </message>
        <message>
            <source>Not used yet</source>
            <translation>Not used yet</translation>
        </message>
        <message>
            <source>Used once</source>
            <translation>Used once</translation>
        </message>
        <message>
            <source>Used %1 times</source>
            <translation>Used %1 times</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>Placeholders</name>
        <message>
            <source>first name</source>
            <translation>first name</translation>
        </message>
        <message>
            <source>customer's name</source>
            <translation>customer's name</translation>
        </message>
        <message>
            <source>customer's address</source>
            <translation>customer's address</translation>
        </message>
        <message>
            <source>order number</source>
            <translation>order number</translation>
        </message>
        <message>
            <source>item</source>
            <translation>item</translation>
        </message>
        <message>
            <source>amount paid</source>
            <translation>amount paid</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>all items</translation>
        </message>
        <message>
            <source>number of pieces</source>
            <translation>number of pieces</translation>
        </message>
        <message>
            <source>sum of the order</source>
            <translation>sum of the order</translation>
        </message>
        <message>
            <source>day of the order</source>
            <translation>day of the order</translation>
        </message>
        <message>
            <source>day of shipping</source>
            <translation>day of shipping</translation>
        </message>
        <message>
            <source>day of delivery</source>
            <translation>day of delivery</translation>
        </message>
        <message>
            <source>promised day of delivery</source>
            <translation>promised day of delivery</translation>
        </message>
        <message>
            <source>delivery address</source>
            <translation>delivery address</translation>
        </message>
        <message>
            <source>tracking number</source>
            <translation>tracking number</translation>
        </message>
        <message>
            <source>carrier</source>
            <translation>carrier</translation>
        </message>
        <message>
            <source>shop's name</source>
            <translation>shop's name</translation>
        </message>
        <message>
            <source>shop's address</source>
            <translation>shop's address</translation>
        </message>
        <message>
            <source>marketplace</source>
            <translation>marketplace</translation>
        </message>
        <message>
            <source>your name</source>
            <translation>your name</translation>
        </message>
        <message>
            <source>subject of the conversation</source>
            <translation>subject of the conversation</translation>
        </message>
        <message>
            <source>today's date</source>
            <translation>today's date</translation>
        </message>
        <message>
            <source>tomorrow's date</source>
            <translation>tomorrow's date</translation>
        </message>
        <message>
            <source>next working day</source>
            <translation>next working day</translation>
        </message>
        <message>
            <source>day of the promise</source>
            <translation>day of the promise</translation>
        </message>
    </context>
    <context>
        <name>Promises</name>
        <message>
            <source>Another time</source>
            <translation>Another time</translation>
        </message>
        <message>
            <source>By when shall it be done?</source>
            <translation>By when shall it be done?</translation>
        </message>
        <message>
            <source>Not going to happen</source>
            <translation>Not going to happen</translation>
        </message>
        <message>
            <source>Why? (optional)</source>
            <translation>Why? (optional)</translation>
        </message>
        <message>
            <source>Put off for: %1</source>
            <translation>Put off for: %1</translation>
        </message>
        <message>
            <source>A template set this reminder: “%1”</source>
            <translation>A template set this reminder: “%1”</translation>
        </message>
        <message>
            <source>%2 wrote “%1”</source>
            <translation>%2 wrote “%1”</translation>
        </message>
        <message>
            <source>You wrote “%1”</source>
            <translation>You wrote “%1”</translation>
        </message>
        <message>
            <source>Kept: %1</source>
            <translation>Kept: %1</translation>
        </message>
        <message>
            <source>Another time: %1</source>
            <translation>Another time: %1</translation>
        </message>
        <message>
            <source>Not going to happen: %1</source>
            <translation>Not going to happen: %1</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Moved</translation>
        </message>
        <message>
            <source>Not kept</source>
            <translation>Not kept</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>What was promised</translation>
        </message>
        <message>
            <source>Nothing is promised here.</source>
            <translation>Nothing is promised here.</translation>
        </message>
        <message>
            <source>Promise something: “friday: send the invoice”</source>
            <translation>Promise something: “friday: send the invoice”</translation>
        </message>
        <message>
            <source>By when, and what</source>
            <translation>By when, and what</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Say when, a colon, and what: “friday 14:00: send the invoice”.</source>
            <translation>Say when, a colon, and what: “friday 14:00: send the invoice”.</translation>
        </message>
        <message>
            <source>Keep, move or give up</source>
            <translation>Keep, move or give up</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>Promised</translation>
        </message>
    </context>
    <context>
        <name>Reminder</name>
        <message>
            <source>Customers are waiting</source>
            <translation>Customers are waiting</translation>
        </message>
        <message>
            <source>Do not disturb</source>
            <translation>Do not disturb</translation>
        </message>
        <message>
            <source>No reminders and notifications…</source>
            <translation>No reminders and notifications…</translation>
        </message>
        <message>
            <source>Notify and remind again</source>
            <translation>Notify and remind again</translation>
        </message>
        <message>
            <source>Settings of notifications…</source>
            <translation>Settings of notifications…</translation>
        </message>
        <message>
            <source>Notifications and reminders are on again.</source>
            <translation>Notifications and reminders are on again.</translation>
        </message>
        <message>
            <source>Nobody waits too long.</source>
            <translation>Nobody waits too long.</translation>
        </message>
        <message>
            <source>Open the oldest</source>
            <translation>Open the oldest</translation>
        </message>
        <message>
            <source>Not now…</source>
            <translation>Not now…</translation>
        </message>
        <message>
            <source>Put the reminder away until another one is due</source>
            <translation>Put the reminder away until another one is due</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Reminder</translation>
        </message>
        <message>
            <source>1 customer waits for an answer, since %2</source>
            <translation>1 customer waits for an answer, since %2</translation>
        </message>
        <message>
            <source>%1 customers wait for an answer, the longest since %2</source>
            <translation>%1 customers wait for an answer, the longest since %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>first due %1</source>
            <translation>first due %1</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>overdue</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 overdue</translation>
        </message>
    </context>
    <context>
        <name>ReplyCheck</name>
        <message>
            <source>Name what this customer wrote about: the item, the order or the parcel.</source>
            <translation>Name what this customer wrote about: the item, the order or the parcel.</translation>
        </message>
        <message>
            <source>Say who does what, and by when.</source>
            <translation>Say who does what, and by when.</translation>
        </message>
        <message>
            <source>“%1” alone helps nobody. Say what you do about it, and by when.</source>
            <translation>“%1” alone helps nobody. Say what you do about it, and by when.</translation>
        </message>
        <message>
            <source>“%1” is vague. Name a day, a number or a person.</source>
            <translation>“%1” is vague. Name a day, a number or a person.</translation>
        </message>
        <message>
            <source>The text says “%1”, but no file is attached.</source>
            <translation>The text says “%1”, but no file is attached.</translation>
        </message>
        <message>
            <source>This customer is not called “%1”.</source>
            <translation>This customer is not called “%1”.</translation>
        </message>
        <message>
            <source>The customer wrote in %2, this reply is in %1.</source>
            <translation>The customer wrote in %2, this reply is in %1.</translation>
        </message>
        <message>
            <source>The customer is upset (“%1”). Take that up in the first sentences.</source>
            <translation>The customer is upset (“%1”). Take that up in the first sentences.</translation>
        </message>
        <message>
            <source>Long sentences are hard to read. Split this one.</source>
            <translation>Long sentences are hard to read. Split this one.</translation>
        </message>
        <message>
            <source>This reply is long. Keep what the customer needs to know.</source>
            <translation>This reply is long. Keep what the customer needs to know.</translation>
        </message>
        <message>
            <source>“%1” reads like shouting.</source>
            <translation>“%1” reads like shouting.</translation>
        </message>
        <message>
            <source>“%1” promises what nobody can check. Say what you do instead.</source>
            <translation>“%1” promises what nobody can check. Say what you do instead.</translation>
        </message>
        <message>
            <source>The customer wrote to another address than %1.</source>
            <translation>The customer wrote to another address than %1.</translation>
        </message>
        <message>
            <source>This marketplace allows no links to other sites: “%1”.</source>
            <translation>This marketplace allows no links to other sites: “%1”.</translation>
        </message>
        <message>
            <source>This marketplace allows no phone numbers: “%1”.</source>
            <translation>This marketplace allows no phone numbers: “%1”.</translation>
        </message>
        <message>
            <source>This marketplace allows no mail addresses: “%1”.</source>
            <translation>This marketplace allows no mail addresses: “%1”.</translation>
        </message>
        <message>
            <source>The marketplace may reject mail from %1. Answer from the address that the buyer wrote to.</source>
            <translation>The marketplace may reject mail from %1. Answer from the address that the buyer wrote to.</translation>
        </message>
        <message>
            <source>Keep “%1” in the subject; the marketplace files by it.</source>
            <translation>Keep “%1” in the subject; the marketplace files by it.</translation>
        </message>
        <message>
            <source>Marketplaces forbid asking for good reviews or paying for them: “%1”.</source>
            <translation>Marketplaces forbid asking for good reviews or paying for them: “%1”.</translation>
        </message>
        <message>
            <source>Marketplaces forbid leading buyers elsewhere: “%1”.</source>
            <translation>Marketplaces forbid leading buyers elsewhere: “%1”.</translation>
        </message>
        <message>
            <source>This marketplace allows no advertising in replies: “%1”.</source>
            <translation>This marketplace allows no advertising in replies: “%1”.</translation>
        </message>
        <message>
            <source>Buyers of this marketplace are answered on its site; mail does not reach them.</source>
            <translation>Buyers of this marketplace are answered on its site; mail does not reach them.</translation>
        </message>
        <message>
            <source>”, “</source>
            <comment>between quoted words</comment>
            <translation>”, “</translation>
        </message>
        <message>
            <source>For example: %1</source>
            <translation>For example: %1</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>Chinese</translation>
        </message>
        <message>
            <source>German</source>
            <translation>German</translation>
        </message>
        <message>
            <source>French</source>
            <translation>French</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>Spanish</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>Italian</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>Portuguese</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>Dutch</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>Polish</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>Japanese</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>Korean</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>Russian</translation>
        </message>
        <message>
            <source>Send once more to send it as it is.</source>
            <translation>Send once more to send it as it is.</translation>
        </message>
        <message>
            <source>Answered: %1</source>
            <translation>Answered: %1</translation>
        </message>
        <message>
            <source>Not answered yet: %1</source>
            <translation>Not answered yet: %1</translation>
        </message>
        <message>
            <source>Not allowed: %1</source>
            <translation>Not allowed: %1</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>Warning: %1</translation>
        </message>
        <message>
            <source>Hint: %1</source>
            <translation>Hint: %1</translation>
        </message>
        <message>
            <source>Dismiss: %1</source>
            <translation>Dismiss: %1</translation>
        </message>
        <message>
            <source>Dismiss for this draft</source>
            <translation>Dismiss for this draft</translation>
        </message>
        <message>
            <source>Looks good</source>
            <translation>Looks good</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>%1 more</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>Show less</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Show chart</source>
            <translation>Show chart</translation>
        </message>
        <message>
            <source>Show table</source>
            <translation>Show table</translation>
        </message>
        <message>
            <source>%1 to %2, compared with %3 to %4</source>
            <translation>%1 to %2, compared with %3 to %4</translation>
        </message>
        <message>
            <source>Nothing was answered yet</source>
            <translation>Nothing was answered yet</translation>
        </message>
        <message>
            <source>9 of 10 within %1</source>
            <translation>9 of 10 within %1</translation>
        </message>
        <message>
            <source>as before</source>
            <translation>as before</translation>
        </message>
        <message>
            <source>%1 faster</source>
            <translation>%1 faster</translation>
        </message>
        <message>
            <source>%1 slower</source>
            <translation>%1 slower</translation>
        </message>
        <message>
            <source>%1 points more</source>
            <translation>%1 points more</translation>
        </message>
        <message>
            <source>%1 points less</source>
            <translation>%1 points less</translation>
        </message>
        <message>
            <source>%1: %2 conversations today, usually %3 by this time</source>
            <translation>%1: %2 conversations today, usually %3 by this time</translation>
        </message>
        <message>
            <source>Most come on %1 from %2:00</source>
            <translation>Most come on %1 from %2:00</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Saved as %1</translation>
        </message>
        <message>
            <source>First reply, median</source>
            <translation>First reply, median</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Solved</translation>
        </message>
        <message>
            <source>Solved with one reply</source>
            <translation>Solved with one reply</translation>
        </message>
        <message>
            <source>Done after a single reply of yours, and the customer wrote no more.</source>
            <translation>Done after a single reply of yours, and the customer wrote no more.</translation>
        </message>
        <message>
            <source>the longest for %1</source>
            <translation>the longest for %1</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>Waiting for you</translation>
        </message>
        <message>
            <source>1 received</source>
            <translation>1 received</translation>
        </message>
        <message>
            <source>%1 received</source>
            <translation>%1 received</translation>
        </message>
        <message>
            <source>1 answered</source>
            <translation>1 answered</translation>
        </message>
        <message>
            <source>%1 answered</source>
            <translation>%1 answered</translation>
        </message>
        <message>
            <source>Received and answered</source>
            <translation>Received and answered</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>Median of each day, from the customer’s first mail to your first reply</source>
            <translation>Median of each day, from the customer’s first mail to your first reply</translation>
        </message>
        <message>
            <source>First reply</source>
            <translation>First reply</translation>
        </message>
        <message>
            <source>No conversation began in these days.</source>
            <translation>No conversation began in these days.</translation>
        </message>
        <message>
            <source>What it was about</source>
            <translation>What it was about</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>When mails come</source>
            <translation>When mails come</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 days</translation>
        </message>
        <message>
            <source>Other days</source>
            <translation>Other days</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Opening hours only</source>
            <translation>Opening hours only</translation>
        </message>
        <message>
            <source>Count times in opening hours only</source>
            <translation>Count times in opening hours only</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Save the figures as CSV or Excel</source>
            <translation>Save the figures as CSV or Excel</translation>
        </message>
        <message>
            <source>Hide mails</source>
            <translation>Hide mails</translation>
        </message>
        <message>
            <source>Show mails</source>
            <translation>Show mails</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>from:</source>
            <translation>from:</translation>
        </message>
        <message>
            <source>Name or address of the customer</source>
            <translation>Name or address of the customer</translation>
        </message>
        <message>
            <source>order:</source>
            <translation>order:</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>Order number</translation>
        </message>
        <message>
            <source>has:photo</source>
            <translation>has:photo</translation>
        </message>
        <message>
            <source>Only with photos or files</source>
            <translation>Only with photos or files</translation>
        </message>
        <message>
            <source>after:7d</source>
            <translation>after:7d</translation>
        </message>
        <message>
            <source>Only of the last 7 days; a date works too</source>
            <translation>Only of the last 7 days; a date works too</translation>
        </message>
        <message>
            <source>before:</source>
            <translation>before:</translation>
        </message>
        <message>
            <source>Only before a date, such as 2026-01-31</source>
            <translation>Only before a date, such as 2026-01-31</translation>
        </message>
    </context>
    <context>
        <name>Selection</name>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Unread</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>Needs reply</translation>
        </message>
    </context>
    <context>
        <name>SetAside</name>
        <message>
            <source>Saved as %1</source>
            <translation>Saved as %1</translation>
        </message>
        <message>
            <source>Mails that could not be read</source>
            <translation>Mails that could not be read</translation>
        </message>
        <message>
            <source>Try all again</source>
            <translation>Try all again</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Nothing is lost: every byte is kept, and an update may learn to read them.</source>
            <translation>Nothing is lost: every byte is kept, and an update may learn to read them.</translation>
        </message>
        <message>
            <source>Everything could be read.</source>
            <translation>Everything could be read.</translation>
        </message>
        <message>
            <source>One older mail is not shown.</source>
            <translation>One older mail is not shown.</translation>
        </message>
        <message>
            <source>%1 older mails are not shown.</source>
            <translation>%1 older mails are not shown.</translation>
        </message>
        <message>
            <source>Save raw mail</source>
            <translation>Save raw mail</translation>
        </message>
        <message>
            <source>Its parts are packed into each other too deeply.</source>
            <translation>Its parts are packed into each other too deeply.</translation>
        </message>
        <message>
            <source>It has far more parts than any real mail.</source>
            <translation>It has far more parts than any real mail.</translation>
        </message>
        <message>
            <source>Its header is far too long.</source>
            <translation>Its header is far too long.</translation>
        </message>
        <message>
            <source>Reading it took too long.</source>
            <translation>Reading it took too long.</translation>
        </message>
        <message>
            <source>It is built in a way that Shopdesk does not understand yet.</source>
            <translation>It is built in a way that Shopdesk does not understand yet.</translation>
        </message>
        <message>
            <source>It could not be understood.</source>
            <translation>It could not be understood.</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>Unknown sender</translation>
        </message>
        <message>
            <source>No readable subject</source>
            <translation>No readable subject</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>Trying…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Save raw mail…</source>
            <translation>Save raw mail…</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Like the system</source>
            <translation>Like the system</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Comfortable</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compact</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>Movement</translation>
        </message>
        <message>
            <source>Gentle</source>
            <translation>Gentle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Also with Ctrl + and Ctrl −; Ctrl 0 brings back 100 %.</source>
            <translation>Also with Ctrl + and Ctrl −; Ctrl 0 brings back 100 %.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Mailboxes</source>
            <translation>Mailboxes</translation>
        </message>
        <message>
            <source>Add a mailbox</source>
            <translation>Add a mailbox</translation>
        </message>
        <message>
            <source>Move %1 up</source>
            <translation>Move %1 up</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>Move %1 down</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>Change %1</translation>
        </message>
        <message>
            <source>1 message here</source>
            <translation>1 message here</translation>
        </message>
        <message>
            <source>%1 messages here</source>
            <translation>%1 messages here</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>Importing</translation>
        </message>
        <message>
            <source>Nothing came in yet</source>
            <translation>Nothing came in yet</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>All mailboxes</source>
            <translation>All mailboxes</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>What lists call this mailbox.</source>
            <translation>What lists call this mailbox.</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>Mail</translation>
        </message>
        <message>
            <source>Bring in new mail</source>
            <translation>Bring in new mail</translation>
        </message>
        <message>
            <source>Import mail of</source>
            <translation>Import mail of</translation>
        </message>
        <message>
            <source>A shorter time takes nothing away that is here already.</source>
            <translation>A shorter time takes nothing away that is here already.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove this mailbox</source>
            <translation>Remove this mailbox</translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>Remove for good</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>This takes %1 off this computer: its password, its mails, and the conversations that only it has, with their notes. The mails at the provider stay as they are. This cannot be undone.</source>
            <translation>This takes %1 off this computer: its password, its mails, and the conversations that only it has, with their notes. The mails at the provider stay as they are. This cannot be undone.</translation>
        </message>
        <message>
            <source>Removing …</source>
            <translation>Removing …</translation>
        </message>
        <message>
            <source>the last month</source>
            <translation>the last month</translation>
        </message>
        <message>
            <source>the last 3 months</source>
            <translation>the last 3 months</translation>
        </message>
        <message>
            <source>the last year</source>
            <translation>the last year</translation>
        </message>
        <message>
            <source>the last 3 years</source>
            <translation>the last 3 years</translation>
        </message>
        <message>
            <source>all years</source>
            <translation>all years</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>the last day</translation>
        </message>
        <message>
            <source>the last %1 days</source>
            <translation>the last %1 days</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Folders</translation>
        </message>
        <message>
            <source>Without its mark a folder is left alone; what is here already stays.</source>
            <translation>Without its mark a folder is left alone; what is here already stays.</translation>
        </message>
        <message>
            <source>They appear after a first look at the server.</source>
            <translation>They appear after a first look at the server.</translation>
        </message>
        <message>
            <source>%1 is imported now.</source>
            <translation>%1 is imported now.</translation>
        </message>
        <message>
            <source>%1 is left alone from now on.</source>
            <translation>%1 is left alone from now on.</translation>
        </message>
        <message>
            <source>%1, synced</source>
            <translation>%1, synced</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Deleted</translation>
        </message>
        <message>
            <source>Spam</source>
            <translation>Spam</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>All mail</source>
            <translation>All mail</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Connection</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>For mail, the search for servers, sign-ins and pictures.</source>
            <translation>For mail, the search for servers, sign-ins and pictures.</translation>
        </message>
        <message>
            <source>Proxy server</source>
            <translation>Proxy server</translation>
        </message>
        <message>
            <source>Proxy port</source>
            <translation>Proxy port</translation>
        </message>
        <message>
            <source>User name, if it wants one</source>
            <translation>User name, if it wants one</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Use this proxy</source>
            <translation>Use this proxy</translation>
        </message>
        <message>
            <source>Used from the next connection on.</source>
            <translation>Used from the next connection on.</translation>
        </message>
        <message>
            <source>Certificate authorities of your own</source>
            <translation>Certificate authorities of your own</translation>
        </message>
        <message>
            <source>Trusted besides the system's, for servers of your company or network.</source>
            <translation>Trusted besides the system's, for servers of your company or network.</translation>
        </message>
        <message>
            <source>Add a certificate file</source>
            <translation>Add a certificate file</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>The file cannot be read: %1</translation>
        </message>
        <message>
            <source>Trusted from now on.</source>
            <translation>Trusted from now on.</translation>
        </message>
        <message>
            <source>%1 is not trusted any more.</source>
            <translation>%1 is not trusted any more.</translation>
        </message>
        <message>
            <source>Expired on %2</source>
            <translation>Expired on %2</translation>
        </message>
        <message>
            <source>Valid from %1 to %2</source>
            <translation>Valid from %1 to %2</translation>
        </message>
        <message>
            <source>SHA-256 fingerprint: %1</source>
            <translation>SHA-256 fingerprint: %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Remove %1</translation>
        </message>
        <message>
            <source>Certificate of an authority</source>
            <translation>Certificate of an authority</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
            <translation>Certificates (*.pem *.crt *.cer *.der);;All files (*)</translation>
        </message>
        <message>
            <source>There is no certificate in this file.</source>
            <translation>There is no certificate in this file.</translation>
        </message>
        <message>
            <source>This file holds a private key. Choose the certificate alone.</source>
            <translation>This file holds a private key. Choose the certificate alone.</translation>
        </message>
        <message>
            <source>This file is far too large for a certificate.</source>
            <translation>This file is far too large for a certificate.</translation>
        </message>
        <message>
            <source>This file holds more than 20 certificates. Choose the one you need.</source>
            <translation>This file holds more than 20 certificates. Choose the one you need.</translation>
        </message>
        <message>
            <source>The certificate in this file is damaged.</source>
            <translation>The certificate in this file is damaged.</translation>
        </message>
        <message>
            <source>This is the certificate of one server, not of an authority. Trust it while adding the mailbox.</source>
            <translation>This is the certificate of one server, not of an authority. Trust it while adding the mailbox.</translation>
        </message>
        <message>
            <source>This is not the name of a server.</source>
            <translation>This is not the name of a server.</translation>
        </message>
        <message>
            <source>This is not a port number.</source>
            <translation>This is not a port number.</translation>
        </message>
        <message>
            <source>A user name may not hold a colon.</source>
            <translation>A user name may not hold a colon.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>proxy</comment>
            <translation>None</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>The system's</translation>
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
            <translation>Notifications</translation>
        </message>
        <message>
            <source>Announce new mail</source>
            <translation>Announce new mail</translation>
        </message>
        <message>
            <source>One notification for a burst of mails, never one each.</source>
            <translation>One notification for a burst of mails, never one each.</translation>
        </message>
        <message>
            <source>Also while Shopdesk is in front</source>
            <translation>Also while Shopdesk is in front</translation>
        </message>
        <message>
            <source>Keep names and texts to yourself</source>
            <translation>Keep names and texts to yourself</translation>
        </message>
        <message>
            <source>The notification says only how many; for screens that others see.</source>
            <translation>The notification says only how many; for screens that others see.</translation>
        </message>
        <message>
            <source>New and waiting mail</source>
            <translation>New and waiting mail</translation>
        </message>
        <message>
            <source>Remind me in one bar of all customers who wait too long</source>
            <translation>Remind me in one bar of all customers who wait too long</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Quiet hours</translation>
        </message>
        <message>
            <source>Announce nothing at night</source>
            <translation>Announce nothing at night</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Quiet from</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Quiet until</translation>
        </message>
        <message>
            <source>In the background</source>
            <translation>In the background</translation>
        </message>
        <message>
            <source>Show an icon in the notification area</source>
            <translation>Show an icon in the notification area</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>When the window is closed</translation>
        </message>
        <message>
            <source>Ask me</source>
            <translation>Ask me</translation>
        </message>
        <message>
            <source>Keep bringing in mail</source>
            <translation>Keep bringing in mail</translation>
        </message>
        <message>
            <source>Quit Shopdesk</source>
            <translation>Quit Shopdesk</translation>
        </message>
        <message>
            <source>It is kept in the system's keychain. Many providers want an app password.</source>
            <translation>It is kept in the system's keychain. Many providers want an app password.</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>Keep and try</source>
            <translation>Keep and try</translation>
        </message>
        <message>
            <source>Keep the password and try it</source>
            <translation>Keep the password and try it</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>Servers</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>Receiving (IMAP)</source>
            <translation>Receiving (IMAP)</translation>
        </message>
        <message>
            <source>Sending (SMTP)</source>
            <translation>Sending (SMTP)</translation>
        </message>
        <message>
            <source>Keep and try the servers</source>
            <translation>Keep and try the servers</translation>
        </message>
        <message>
            <source>Trying …</source>
            <translation>Trying …</translation>
        </message>
        <message>
            <source>Name the server that receives.</source>
            <translation>Name the server that receives.</translation>
        </message>
        <message>
            <source>Works: signed in to all servers.</source>
            <translation>Works: signed in to all servers.</translation>
        </message>
        <message>
            <source>server</source>
            <translation>server</translation>
        </message>
        <message>
            <source>port</source>
            <translation>port</translation>
        </message>
        <message>
            <source>encryption</source>
            <translation>encryption</translation>
        </message>
        <message>
            <source>Trust it no more</source>
            <translation>Trust it no more</translation>
        </message>
        <message>
            <source>Only this certificate is trusted here: %1</source>
            <translation>Only this certificate is trusted here: %1</translation>
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
            <translation>None (this computer only)</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Data folder</translation>
        </message>
        <message>
            <source>Show the data folder</source>
            <translation>Show the data folder</translation>
        </message>
        <message>
            <source>Log folder</source>
            <translation>Log folder</translation>
        </message>
        <message>
            <source>Show the log folder</source>
            <translation>Show the log folder</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Licences</translation>
        </message>
        <message>
            <source>Shopdesk is free software, made of the work of many others. Thank you.</source>
            <translation>Shopdesk is free software, made of the work of many others. Thank you.</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>Text of the licence</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Privacy</translation>
        </message>
        <message>
            <source>Pictures from the internet</source>
            <translation>Pictures from the internet</translation>
        </message>
        <message>
            <source>Whoever sends a mail can see when such a picture is loaded. Shopdesk asks each time, but for the senders below.</source>
            <translation>Whoever sends a mail can see when such a picture is loaded. Shopdesk asks each time, but for the senders below.</translation>
        </message>
        <message>
            <source>Nobody. “Always for this sender” above a message puts its sender here.</source>
            <translation>Nobody. “Always for this sender” above a message puts its sender here.</translation>
        </message>
        <message>
            <source>You are asked again before pictures from %1 are loaded.</source>
            <translation>You are asked again before pictures from %1 are loaded.</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Take back a mail</source>
            <translation>Take back a mail</translation>
        </message>
        <message>
            <source>Every mail waits so long before it leaves; until then Undo brings it back. Quitting Shopdesk sends it.</source>
            <translation>Every mail waits so long before it leaves; until then Undo brings it back. Quitting Shopdesk sends it.</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>Off</source>
            <comment>mails leave at once</comment>
            <translation>Off</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Signatures</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>Who signs</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Your name</translation>
        </message>
        <message>
            <source>Stands where a signature or a template names the agent.</source>
            <translation>Stands where a signature or a template names the agent.</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>It is put under every mail of the mailbox, and can be left out of one.</source>
            <translation>It is put under every mail of the mailbox, and can be left out of one.</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>Mailbox</translation>
        </message>
        <message>
            <source>Text of the signature</source>
            <translation>Text of the signature</translation>
        </message>
        <message>
            <source>{{ agent.name }}, {{ shop.name }} and {{ shop.email }} are filled in.</source>
            <translation>{{ agent.name }}, {{ shop.name }} and {{ shop.email }} are filled in.</translation>
        </message>
        <message>
            <source>“%1” cannot stand in a signature. This text is not kept.</source>
            <translation>“%1” cannot stand in a signature. This text is not kept.</translation>
        </message>
    </context>
    <context>
        <name>Snooze</name>
        <message>
            <source>Later today</source>
            <translation>Later today</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>Tomorrow morning</translation>
        </message>
        <message>
            <source>Monday morning</source>
            <translation>Monday morning</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>In a week</translation>
        </message>
        <message>
            <source>That is already past.</source>
            <translation>That is already past.</translation>
        </message>
        <message>
            <source>That is more than five years away.</source>
            <translation>That is more than five years away.</translation>
        </message>
        <message>
            <source>Not understood. Try “friday 14:00” or “in 3 days”.</source>
            <translation>Not understood. Try “friday 14:00” or “in 3 days”.</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>When shall it come back?</source>
            <translation>When shall it come back?</translation>
        </message>
        <message>
            <source>When? “tomorrow 9”, “friday: ask the carrier”</source>
            <translation>When? “tomorrow 9”, “friday: ask the carrier”</translation>
        </message>
        <message>
            <source>To do: %1</source>
            <translation>To do: %1</translation>
        </message>
        <message>
            <source>Moments</source>
            <translation>Moments</translation>
        </message>
        <message>
            <source>Until the customer replies</source>
            <translation>Until the customer replies</translation>
        </message>
    </context>
    <context>
        <name>Targets</name>
        <message>
            <source>1 day</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>3 days</source>
            <translation>3 days</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 week</translation>
        </message>
        <message>
            <source>Begin peak time for %1</source>
            <translation>Begin peak time for %1</translation>
        </message>
        <message>
            <source>End peak time now</source>
            <translation>End peak time now</translation>
        </message>
        <message>
            <source>Begin peak time for:</source>
            <translation>Begin peak time for:</translation>
        </message>
        <message>
            <source>Peak time, %1 left (until %2)</source>
            <translation>Peak time, %1 left (until %2)</translation>
        </message>
        <message>
            <source>Lunch</source>
            <translation>Lunch</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <translation>Public holidays</translation>
        </message>
        <message>
            <source>Also closed</source>
            <translation>Also closed</translation>
        </message>
        <message>
            <source>Also open</source>
            <translation>Also open</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>none, or 12:00-13:00</source>
            <translation>none, or 12:00-13:00</translation>
        </message>
        <message>
            <source>days such as 2026-12-24, 2026-12-31</source>
            <translation>days such as 2026-12-24, 2026-12-31</translation>
        </message>
        <message>
            <source>days such as 2026-12-20 10:00-14:00</source>
            <translation>days such as 2026-12-20 10:00-14:00</translation>
        </message>
        <message>
            <source>Tuesday to Friday as on Monday</source>
            <translation>Tuesday to Friday as on Monday</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Days are written like 2026-12-24; hours follow as 10:00-14:00.</source>
            <translation>Days are written like 2026-12-24; hours follow as 10:00-14:00.</translation>
        </message>
        <message>
            <source>The week needs at least one opening.</source>
            <translation>The week needs at least one opening.</translation>
        </message>
        <message>
            <source>Hours are written like 09:00-12:00, 13:00-18:00 and do not overlap.</source>
            <translation>Hours are written like 09:00-12:00, 13:00-18:00 and do not overlap.</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Targets</translation>
        </message>
        <message>
            <source>Within what time each mailbox answers. Due times, colours and the order of work follow.</source>
            <translation>Within what time each mailbox answers. Due times, colours and the order of work follow.</translation>
        </message>
        <message>
            <source>Peak time</source>
            <translation>Peak time</translation>
        </message>
        <message>
            <source>On days of many mails: who waits in time when it begins, or asks while it lasts, may wait longer. What is urgent stays so.</source>
            <translation>On days of many mails: who waits in time when it begins, or asks while it lasts, may wait longer. What is urgent stays so.</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>Mailbox</translation>
        </message>
        <message>
            <source>Answer within</source>
            <translation>Answer within</translation>
        </message>
        <message>
            <source>Usually</source>
            <translation>Usually</translation>
        </message>
        <message>
            <source>What is urgent</source>
            <translation>What is urgent</translation>
        </message>
        <message>
            <source>Turns amber before it is due</source>
            <translation>Turns amber before it is due</translation>
        </message>
        <message>
            <source>Turns red before it is due</source>
            <translation>Turns red before it is due</translation>
        </message>
        <message>
            <source>In peak time</source>
            <translation>In peak time</translation>
        </message>
        <message>
            <source>Marketplaces seldom grant more time: × 1.0 leaves their limit as it is.</source>
            <translation>Marketplaces seldom grant more time: × 1.0 leaves their limit as it is.</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Marketplace</source>
            <translation>Marketplace</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>Whose clock</source>
            <translation>Whose clock</translation>
        </message>
        <message>
            <source> h</source>
            <comment>behind a number of hours</comment>
            <translation> h</translation>
        </message>
        <message>
            <source> min</source>
            <comment>behind a number of minutes</comment>
            <translation> min</translation>
        </message>
        <message>
            <source>The clock never stops: nights, weekends and holidays count.</source>
            <translation>The clock never stops: nights, weekends and holidays count.</translation>
        </message>
        <message>
            <source>Only opening hours count.</source>
            <translation>Only opening hours count.</translation>
        </message>
        <message>
            <source>Change the target…</source>
            <translation>Change the target…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Why this time</source>
            <translation>Why this time</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>Nobody waits for an answer here.</source>
            <translation>Nobody waits for an answer here.</translation>
        </message>
        <message>
            <source>%1 from %2</source>
            <comment>24 h from Fri 16:10</comment>
            <translation>%1 from %2</translation>
        </message>
        <message>
            <source>%1 from %2, because it is urgent</source>
            <translation>%1 from %2, because it is urgent</translation>
        </message>
        <message>
            <source>%1 from %2, as in peak time</source>
            <translation>%1 from %2, as in peak time</translation>
        </message>
        <message>
            <source>%1, paused %2</source>
            <translation>%1, paused %2</translation>
        </message>
        <message>
            <source>This was over before the mail was imported, so nothing is due.</source>
            <translation>This was over before the mail was imported, so nothing is due.</translation>
        </message>
        <message>
            <source>The clock stands until the customer answers.</source>
            <translation>The clock stands until the customer answers.</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>Due %1</translation>
        </message>
        <message>
            <source>Marketplace clock: nights, weekends and holidays count.</source>
            <translation>Marketplace clock: nights, weekends and holidays count.</translation>
        </message>
        <message>
            <source>Company clock: only opening hours count.</source>
            <translation>Company clock: only opening hours count.</translation>
        </message>
        <message>
            <source>1 more part</source>
            <translation>1 more part</translation>
        </message>
        <message>
            <source>%1 more parts</source>
            <translation>%1 more parts</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>paused: the customer was asked</source>
            <translation>paused: the customer was asked</translation>
        </message>
        <message>
            <source>lunch</source>
            <translation>lunch</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>day off</translation>
        </message>
        <message>
            <source>Peak time, %1 left</source>
            <translation>Peak time, %1 left</translation>
        </message>
    </context>
    <context>
        <name>Templates</name>
        <message>
            <source>Leave to me</source>
            <translation>Leave to me</translation>
        </message>
        <message>
            <source>Needs reply</source>
            <translation>Needs reply</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>Choice</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Line %1: what stands between the braces cannot be read.</source>
            <translation>Line %1: what stands between the braces cannot be read.</translation>
        </message>
        <message>
            <source>Line %1: there is no placeholder “%2”.</source>
            <translation>Line %1: there is no placeholder “%2”.</translation>
        </message>
        <message>
            <source>Line %1: there is no filter “%2”.</source>
            <translation>Line %1: there is no filter “%2”.</translation>
        </message>
        <message>
            <source>Line %1: there is no snippet “%2”.</source>
            <translation>Line %1: there is no snippet “%2”.</translation>
        </message>
        <message>
            <source>Line %1: these snippets call each other without end.</source>
            <translation>Line %1: these snippets call each other without end.</translation>
        </message>
        <message>
            <source>Line %1: this becomes far too long.</source>
            <translation>Line %1: this becomes far too long.</translation>
        </message>
        <message>
            <source>Line %1: this cannot be used.</source>
            <translation>Line %1: this cannot be used.</translation>
        </message>
        <message>
            <source>Did you mean “%1”?</source>
            <translation>Did you mean “%1”?</translation>
        </message>
        <message>
            <source>Not saved: the %1 words still have a fault.</source>
            <translation>Not saved: the %1 words still have a fault.</translation>
        </message>
        <message>
            <source>Not saved: “%1” has this key already.</source>
            <translation>Not saved: “%1” has this key already.</translation>
        </message>
        <message>
            <source>Not saved: a key is made of small letters, digits, - and _.</source>
            <translation>Not saved: a key is made of small letters, digits, - and _.</translation>
        </message>
        <message>
            <source>Not saved: give the template a name first.</source>
            <translation>Not saved: give the template a name first.</translation>
        </message>
        <message>
            <source>Not saved: write its words first.</source>
            <translation>Not saved: write its words first.</translation>
        </message>
        <message>
            <source>Not saved: every question needs a name of its own, of letters and digits.</source>
            <translation>Not saved: every question needs a name of its own, of letters and digits.</translation>
        </message>
        <message>
            <source>Not saved. Check what was typed.</source>
            <translation>Not saved. Check what was typed.</translation>
        </message>
        <message>
            <source>Not used yet</source>
            <translation>Not used yet</translation>
        </message>
        <message>
            <source>Used once</source>
            <translation>Used once</translation>
        </message>
        <message>
            <source>Used %1 times</source>
            <translation>Used %1 times</translation>
        </message>
        <message>
            <source>Snippet</source>
            <translation>Snippet</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Without a name</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>not saved</translation>
        </message>
        <message>
            <source>needs review</source>
            <translation>needs review</translation>
        </message>
        <message>
            <source>%1? (expired)</source>
            <translation>%1? (expired)</translation>
        </message>
        <message>
            <source>%1? (does not hold yet)</source>
            <translation>%1? (does not hold yet)</translation>
        </message>
        <message>
            <source>Snippet: %1</source>
            <translation>Snippet: %1</translation>
        </message>
        <message>
            <source>Placeholders</source>
            <translation>Placeholders</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>Export as JSON…</source>
            <translation>Export as JSON…</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>Export as CSV…</translation>
        </message>
        <message>
            <source>Export for Excel…</source>
            <translation>Export for Excel…</translation>
        </message>
        <message>
            <source>Add the starter templates</source>
            <translation>Add the starter templates</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>New template</translation>
        </message>
        <message>
            <source>Import and export</source>
            <translation>Import and export</translation>
        </message>
        <message>
            <source>Search templates</source>
            <translation>Search templates</translation>
        </message>
        <message>
            <source>Which templates</source>
            <translation>Which templates</translation>
        </message>
        <message>
            <source>No template for “%1”</source>
            <translation>No template for “%1”</translation>
        </message>
        <message>
            <source>No templates here</source>
            <translation>No templates here</translation>
        </message>
        <message>
            <source>All templates</source>
            <translation>All templates</translation>
        </message>
        <message>
            <source>Needs review</source>
            <translation>Needs review</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>Snippets</source>
            <translation>Snippets</translation>
        </message>
        <message>
            <source>Deleted “%1”</source>
            <translation>Deleted “%1”</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation>%1 (copy)</translation>
        </message>
        <message>
            <source>Answers you write often, filled in for each customer.</source>
            <translation>Answers you write often, filled in for each customer.</translation>
        </message>
        <message>
            <source>No templates yet</source>
            <translation>No templates yet</translation>
        </message>
        <message>
            <source>Choose one on the left, or begin a new one.</source>
            <translation>Choose one on the left, or begin a new one.</translation>
        </message>
        <message>
            <source>No template chosen</source>
            <translation>No template chosen</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Mark as reviewed</source>
            <translation>Mark as reviewed</translation>
        </message>
        <message>
            <source>Forget the changes</source>
            <translation>Forget the changes</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>and one more fault</source>
            <translation>and one more fault</translation>
        </message>
        <message>
            <source>and %1 more faults</source>
            <translation>and %1 more faults</translation>
        </message>
        <message>
            <source>Without a conversation</source>
            <translation>Without a conversation</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>Choose a conversation for the preview</source>
            <translation>Choose a conversation for the preview</translation>
        </message>
        <message>
            <source>Subject as it will be</source>
            <translation>Subject as it will be</translation>
        </message>
        <message>
            <source>Text as it will be</source>
            <translation>Text as it will be</translation>
        </message>
        <message>
            <source>The preview goes on when the faults are gone.</source>
            <translation>The preview goes on when the faults are gone.</translation>
        </message>
        <message>
            <source>1 value missing</source>
            <translation>1 value missing</translation>
        </message>
        <message>
            <source>%1 values missing</source>
            <translation>%1 values missing</translation>
        </message>
        <message>
            <source>Customer, order or words</source>
            <translation>Customer, order or words</translation>
        </message>
        <message>
            <source>Search for a conversation</source>
            <translation>Search for a conversation</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>Files: %1</source>
            <translation>Files: %1</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>This version</source>
            <translation>This version</translation>
        </message>
        <message>
            <source>Bring back this version</source>
            <translation>Bring back this version</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation>What is asked</translation>
        </message>
        <message>
            <source>Name in the template</source>
            <translation>Name in the template</translation>
        </message>
        <message>
            <source>Usual answer</source>
            <translation>Usual answer</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>Choices</translation>
        </message>
        <message>
            <source>Kind of answer</source>
            <translation>Kind of answer</translation>
        </message>
        <message>
            <source>Remove this question</source>
            <translation>Remove this question</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Questions</translation>
        </message>
        <message>
            <source>Asked once before the template is used; %1 puts the answer into the text.</source>
            <translation>Asked once before the template is used; %1 puts the answer into the text.</translation>
        </message>
        <message>
            <source>Add a question</source>
            <translation>Add a question</translation>
        </message>
        <message>
            <source>One template is not saved.</source>
            <translation>One template is not saved.</translation>
        </message>
        <message>
            <source>%1 templates are not saved.</source>
            <translation>%1 templates are not saved.</translation>
        </message>
        <message>
            <source>Save and close</source>
            <translation>Save and close</translation>
        </message>
        <message>
            <source>Close without saving</source>
            <translation>Close without saving</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Go on writing</translation>
        </message>
        <message>
            <source>%1, has faults</source>
            <translation>%1, has faults</translation>
        </message>
        <message>
            <source>Add a language</source>
            <translation>Add a language</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Remove %1</translation>
        </message>
        <message>
            <source>Remove this language</source>
            <translation>Remove this language</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>Tags, with commas</source>
            <translation>Tags, with commas</translation>
        </message>
        <message>
            <source>After sending</source>
            <translation>After sending</translation>
        </message>
        <message>
            <source>Follow up after days</source>
            <translation>Follow up after days</translation>
        </message>
        <message>
            <source>Copy to (Cc)</source>
            <translation>Copy to (Cc)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>such as dmg</source>
            <translation>such as dmg</translation>
        </message>
        <message>
            <source>A snippet: a piece for other templates</source>
            <translation>A snippet: a piece for other templates</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>Name of the template</source>
            <translation>Name of the template</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Placeholder</source>
            <translation>Placeholder</translation>
        </message>
        <message>
            <source>Insert a placeholder</source>
            <translation>Insert a placeholder</translation>
        </message>
        <message>
            <source>Name for those who read this language, empty for the same</source>
            <translation>Name for those who read this language, empty for the same</translation>
        </message>
        <message>
            <source>Subject, empty keeps the customer's</source>
            <translation>Subject, empty keeps the customer's</translation>
        </message>
        <message>
            <source>Name in this language</source>
            <translation>Name in this language</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>%1 new</translation>
        </message>
        <message>
            <source>%1 different</source>
            <translation>%1 different</translation>
        </message>
        <message>
            <source>%1 the same</source>
            <translation>%1 the same</translation>
        </message>
        <message>
            <source>%1 not usable</source>
            <translation>%1 not usable</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>Different</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>The same</translation>
        </message>
        <message>
            <source>Not usable</source>
            <translation>Not usable</translation>
        </message>
        <message>
            <source>name</source>
            <translation>name</translation>
        </message>
        <message>
            <source>topic</source>
            <translation>topic</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>tags</translation>
        </message>
        <message>
            <source>questions</source>
            <translation>questions</translation>
        </message>
        <message>
            <source>after sending</source>
            <translation>after sending</translation>
        </message>
        <message>
            <source>follow-up</source>
            <translation>follow-up</translation>
        </message>
        <message>
            <source>copy to</source>
            <translation>copy to</translation>
        </message>
        <message>
            <source>Differs: %1</source>
            <translation>Differs: %1</translation>
        </message>
        <message>
            <source>its key cannot be used</source>
            <translation>its key cannot be used</translation>
        </message>
        <message>
            <source>it has no name</source>
            <translation>it has no name</translation>
        </message>
        <message>
            <source>it has no words</source>
            <translation>it has no words</translation>
        </message>
        <message>
            <source>its language is not known</source>
            <translation>its language is not known</translation>
        </message>
        <message>
            <source>a question of it cannot be used</source>
            <translation>a question of it cannot be used</translation>
        </message>
        <message>
            <source>its words have a fault: %1</source>
            <translation>its words have a fault: %1</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>it cannot be read</translation>
        </message>
        <message>
            <source>Row %1: %2</source>
            <translation>Row %1: %2</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Keep mine</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Take theirs</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Keep both</translation>
        </message>
        <message>
            <source>What to do with %1</source>
            <translation>What to do with %1</translation>
        </message>
        <message>
            <source>Bring in 1 template</source>
            <translation>Bring in 1 template</translation>
        </message>
        <message>
            <source>Bring in %1 templates</source>
            <translation>Bring in %1 templates</translation>
        </message>
        <message>
            <source>Nothing to bring in</source>
            <translation>Nothing to bring in</translation>
        </message>
        <message>
            <source>Take theirs everywhere</source>
            <translation>Take theirs everywhere</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>and %1 more</translation>
        </message>
        <message>
            <source>Bring in templates</source>
            <translation>Bring in templates</translation>
        </message>
        <message>
            <source>Brought in: %1 new, %2 changed</source>
            <translation>Brought in: %1 new, %2 changed</translation>
        </message>
        <message>
            <source>Added 1 template</source>
            <translation>Added 1 template</translation>
        </message>
        <message>
            <source>Added %1 templates</source>
            <translation>Added %1 templates</translation>
        </message>
        <message>
            <source>You have all starter templates</source>
            <translation>You have all starter templates</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Saved as %1</translation>
        </message>
        <message>
            <source>Saved as %1. A table only names attached files; JSON takes them along.</source>
            <translation>Saved as %1. A table only names attached files; JSON takes them along.</translation>
        </message>
        <message>
            <source>Save templates</source>
            <translation>Save templates</translation>
        </message>
        <message>
            <source>“%1” cannot be read.</source>
            <translation>“%1” cannot be read.</translation>
        </message>
        <message>
            <source>“%1” is empty, or too large: a template takes 10 MB of files.</source>
            <translation>“%1” is empty, or too large: a template takes 10 MB of files.</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Attach files</translation>
        </message>
        <message>
            <source>Attach files to every reply made of this template</source>
            <translation>Attach files to every reply made of this template</translation>
        </message>
    </context>
    <context>
        <name>TestMail</name>
        <message>
            <source>Test mail from Shopdesk</source>
            <translation>Test mail from Shopdesk</translation>
        </message>
        <message>
            <source>You sent this mail to yourself to see whether sending works. It does. You may delete it.</source>
            <translation>You sent this mail to yourself to see whether sending works. It does. You may delete it.</translation>
        </message>
        <message>
            <source>Send a test mail to myself</source>
            <translation>Send a test mail to myself</translation>
        </message>
        <message>
            <source>A test mail to %1 is on its way …</source>
            <translation>A test mail to %1 is on its way …</translation>
        </message>
        <message>
            <source>The test mail left. It comes to the inbox of %1 within a minute, or into its spam.</source>
            <translation>The test mail left. It comes to the inbox of %1 within a minute, or into its spam.</translation>
        </message>
        <message>
            <source>It said: “%1”</source>
            <translation>It said: “%1”</translation>
        </message>
        <message>
            <source>%1 has no room for the mail: the mailbox may be full. Make room, then send it again.</source>
            <translation>%1 has no room for the mail: the mailbox may be full. Make room, then send it again.</translation>
        </message>
        <message>
            <source>%1 takes no more mails from this account for now. Send it again in an hour.</source>
            <translation>%1 takes no more mails from this account for now. Send it again in an hour.</translation>
        </message>
        <message>
            <source>%1 does not take the mail now. Send it again in a few minutes.</source>
            <translation>%1 does not take the mail now. Send it again in a few minutes.</translation>
        </message>
        <message>
            <source>The connection to %1 broke off before it took the mail. Send it again.</source>
            <translation>The connection to %1 broke off before it took the mail. Send it again.</translation>
        </message>
        <message>
            <source>%1 took the address, but refused the mail itself. Ask the provider why.</source>
            <translation>%1 took the address, but refused the mail itself. Ask the provider why.</translation>
        </message>
        <message>
            <source>%1 never said whether it took the mail. Look into the inbox before you send another.</source>
            <translation>%1 never said whether it took the mail. Look into the inbox before you send another.</translation>
        </message>
        <message>
            <source>%1 does not let this account send under %2. Allow the address there first.</source>
            <translation>%1 does not let this account send under %2. Allow the address there first.</translation>
        </message>
        <message>
            <source>%1 takes no mail from %2 to itself. Check whether this account may send under this address.</source>
            <translation>%1 takes no mail from %2 to itself. Check whether this account may send under this address.</translation>
        </message>
        <message>
            <source>Mail cannot be sent under %2: servers do not take such letters.</source>
            <translation>Mail cannot be sent under %2: servers do not take such letters.</translation>
        </message>
        <message>
            <source>There is no server called %1. Check its name.</source>
            <translation>There is no server called %1. Check its name.</translation>
        </message>
        <message>
            <source>The proxy %1 lets nothing through. Check it under Connection.</source>
            <translation>The proxy %1 lets nothing through. Check it under Connection.</translation>
        </message>
        <message>
            <source>%1 does not answer. Check the internet connection, then send it again.</source>
            <translation>%1 does not answer. Check the internet connection, then send it again.</translation>
        </message>
        <message>
            <source>%1 asks for patience. Send it again in a few minutes.</source>
            <translation>%1 asks for patience. Send it again in a few minutes.</translation>
        </message>
        <message>
            <source>%1 refused a request before the mail. Ask the provider why.</source>
            <translation>%1 refused a request before the mail. Ask the provider why.</translation>
        </message>
    </context>
    <context>
        <name>Thread</name>
        <message>
            <source>%1 took it over</source>
            <translation>%1 took it over</translation>
        </message>
        <message>
            <source>Assigned to %1</source>
            <translation>Assigned to %1</translation>
        </message>
        <message>
            <source>%1 assigned it to %2</source>
            <translation>%1 assigned it to %2</translation>
        </message>
        <message>
            <source>Assigned to nobody</source>
            <translation>Assigned to nobody</translation>
        </message>
        <message>
            <source>%1 assigned it to nobody</source>
            <translation>%1 assigned it to nobody</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>Snoozed until %1</translation>
        </message>
        <message>
            <source>Merged with another conversation</source>
            <translation>Merged with another conversation</translation>
        </message>
        <message>
            <source>Merged with %1 other conversations</source>
            <translation>Merged with %1 other conversations</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>Marked done</translation>
        </message>
        <message>
            <source>Waiting for the customer</source>
            <translation>Waiting for the customer</translation>
        </message>
        <message>
            <source>Needs a reply again</source>
            <translation>Needs a reply again</translation>
        </message>
        <message>
            <source>Returned from snooze</source>
            <translation>Returned from snooze</translation>
        </message>
        <message>
            <source>Later messages were split off</source>
            <translation>Later messages were split off</translation>
        </message>
        <message>
            <source>Split off from another conversation</source>
            <translation>Split off from another conversation</translation>
        </message>
        <message>
            <source>Case %1 opened</source>
            <translation>Case %1 opened</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>Shipped</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>1 event</source>
            <translation>1 event</translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>%1 events</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Copied %1</source>
            <translation>Copied %1</translation>
        </message>
        <message>
            <source>1 file saved in %2</source>
            <translation>1 file saved in %2</translation>
        </message>
        <message>
            <source>%1 files saved in %2</source>
            <translation>%1 files saved in %2</translation>
        </message>
        <message>
            <source>The rest of this mail is being fetched</source>
            <translation>The rest of this mail is being fetched</translation>
        </message>
        <message>
            <source>The server no longer has this mail, and only its beginning was fetched.</source>
            <translation>The server no longer has this mail, and only its beginning was fetched.</translation>
        </message>
        <message>
            <source>The rest of this mail is not here yet. Try again in a moment.</source>
            <translation>The rest of this mail is not here yet. Try again in a moment.</translation>
        </message>
        <message>
            <source>No program opened %1. Save it instead.</source>
            <translation>No program opened %1. Save it instead.</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Saved as %1</translation>
        </message>
        <message>
            <source>Undo  Z</source>
            <translation>Undo  Z</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>Marked done</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Waiting for the customer</source>
            <translation>Waiting for the customer</translation>
        </message>
        <message>
            <source>Marked unread</source>
            <translation>Marked unread</translation>
        </message>
        <message>
            <source>Marked read</source>
            <translation>Marked read</translation>
        </message>
        <message>
            <source>Back in Needs reply</source>
            <translation>Back in Needs reply</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Note saved</source>
            <translation>Note saved</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>Note changed</translation>
        </message>
        <message>
            <source>Note removed</source>
            <translation>Note removed</translation>
        </message>
        <message>
            <source>Tag added</source>
            <translation>Tag added</translation>
        </message>
        <message>
            <source>Tag removed</source>
            <translation>Tag removed</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Assigned</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>Promised</translation>
        </message>
        <message>
            <source>Promise kept</source>
            <translation>Promise kept</translation>
        </message>
        <message>
            <source>Promise moved</source>
            <translation>Promise moved</translation>
        </message>
        <message>
            <source>Promise not kept</source>
            <translation>Promise not kept</translation>
        </message>
        <message>
            <source>Linked with the case</source>
            <translation>Linked with the case</translation>
        </message>
        <message>
            <source>Parted from the case</source>
            <translation>Parted from the case</translation>
        </message>
        <message>
            <source>One customer now</source>
            <translation>One customer now</translation>
        </message>
        <message>
            <source>Address parted</source>
            <translation>Address parted</translation>
        </message>
        <message>
            <source>Sender blocked</source>
            <translation>Sender blocked</translation>
        </message>
        <message>
            <source>Sender unblocked</source>
            <translation>Sender unblocked</translation>
        </message>
        <message>
            <source>Corrected and learned</source>
            <translation>Corrected and learned</translation>
        </message>
        <message>
            <source>Lesson removed</source>
            <translation>Lesson removed</translation>
        </message>
        <message>
            <source>Split into two conversations</source>
            <translation>Split into two conversations</translation>
        </message>
        <message>
            <source>%1 conversations</source>
            <translation>%1 conversations</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>Taken back: %1</translation>
        </message>
        <message>
            <source>Leaves %1</source>
            <translation>Leaves %1</translation>
        </message>
        <message>
            <source>Will be sent when you are online</source>
            <translation>Will be sent when you are online</translation>
        </message>
        <message>
            <source>There is no reply yet.</source>
            <translation>There is no reply yet.</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>%1 of %2 done</source>
            <translation>%1 of %2 done</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>%1: %2 received, %3 answered</source>
            <translation>%1: %2 received, %3 answered</translation>
        </message>
        <message>
            <source>Time to wrap up</source>
            <translation>Time to wrap up</translation>
        </message>
        <message>
            <source>Good morning</source>
            <translation>Good morning</translation>
        </message>
        <message>
            <source>Good afternoon</source>
            <translation>Good afternoon</translation>
        </message>
        <message>
            <source>Good evening</source>
            <translation>Good evening</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <comment>Qt date format</comment>
            <translation>dddd, d MMMM</translation>
        </message>
        <message>
            <source>1 conversation waits for a reply</source>
            <translation>1 conversation waits for a reply</translation>
        </message>
        <message>
            <source>%1 conversations wait for a reply</source>
            <translation>%1 conversations wait for a reply</translation>
        </message>
        <message>
            <source>nobody waits for a reply</source>
            <translation>nobody waits for a reply</translation>
        </message>
        <message>
            <source>%1, nothing is overdue</source>
            <translation>%1, nothing is overdue</translation>
        </message>
        <message>
            <source>%1, the oldest since %2</source>
            <translation>%1, the oldest since %2</translation>
        </message>
        <message>
            <source>Morning review</source>
            <translation>Morning review</translation>
        </message>
        <message>
            <source>Wrap-up</source>
            <translation>Wrap-up</translation>
        </message>
        <message>
            <source>Day closed at %1. See you tomorrow.</source>
            <translation>Day closed at %1. See you tomorrow.</translation>
        </message>
        <message>
            <source>Everything is seen to.</source>
            <translation>Everything is seen to.</translation>
        </message>
        <message>
            <source>About 1 minute left.</source>
            <translation>About 1 minute left.</translation>
        </message>
        <message>
            <source>About %1 minutes left.</source>
            <translation>About %1 minutes left.</translation>
        </message>
        <message>
            <source>Overdue first, then today’s promises.</source>
            <translation>Overdue first, then today’s promises.</translation>
        </message>
        <message>
            <source>Decide on every open conversation once, then leave it.</source>
            <translation>Decide on every open conversation once, then leave it.</translation>
        </message>
        <message>
            <source>Read the note for the morning</source>
            <translation>Read the note for the morning</translation>
        </message>
        <message>
            <source>Check that all mailboxes synced</source>
            <translation>Check that all mailboxes synced</translation>
        </message>
        <message>
            <source>Check the backup</source>
            <translation>Check the backup</translation>
        </message>
        <message>
            <source>Check the room on the disk</source>
            <translation>Check the room on the disk</translation>
        </message>
        <message>
            <source>Look after mails that did not leave</source>
            <translation>Look after mails that did not leave</translation>
        </message>
        <message>
            <source>Reply to overdue conversations</source>
            <translation>Reply to overdue conversations</translation>
        </message>
        <message>
            <source>Calm who is angry</source>
            <translation>Calm who is angry</translation>
        </message>
        <message>
            <source>Answer what is due today</source>
            <translation>Answer what is due today</translation>
        </message>
        <message>
            <source>Answer what is open since yesterday</source>
            <translation>Answer what is open since yesterday</translation>
        </message>
        <message>
            <source>Look at what is snoozed until today</source>
            <translation>Look at what is snoozed until today</translation>
        </message>
        <message>
            <source>Move the cases that are due</source>
            <translation>Move the cases that are due</translation>
        </message>
        <message>
            <source>See to late parcels and faulty orders</source>
            <translation>See to late parcels and faulty orders</translation>
        </message>
        <message>
            <source>Keep today’s promises</source>
            <translation>Keep today’s promises</translation>
        </message>
        <message>
            <source>Look over templates</source>
            <translation>Look over templates</translation>
        </message>
        <message>
            <source>Read today’s facts</source>
            <translation>Read today’s facts</translation>
        </message>
        <message>
            <source>Decide on what is left</source>
            <translation>Decide on what is left</translation>
        </message>
        <message>
            <source>Confirm tomorrow’s promises</source>
            <translation>Confirm tomorrow’s promises</translation>
        </message>
        <message>
            <source>Leave a note for the morning</source>
            <translation>Leave a note for the morning</translation>
        </message>
        <message>
            <source>Check for unsent drafts</source>
            <translation>Check for unsent drafts</translation>
        </message>
        <message>
            <source>Move the cases that are overdue</source>
            <translation>Move the cases that are overdue</translation>
        </message>
        <message>
            <source>Hand over conversations of people who left</source>
            <translation>Hand over conversations of people who left</translation>
        </message>
        <message>
            <source>%1 · Choose a folder</source>
            <translation>%1 · Choose a folder</translation>
        </message>
        <message>
            <source>1 left</source>
            <translation>1 left</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 left</translation>
        </message>
        <message>
            <source>Answer, hand over or snooze. %1</source>
            <translation>Answer, hand over or snooze. %1</translation>
        </message>
        <message>
            <source>Ordered again at %1</source>
            <translation>Ordered again at %1</translation>
        </message>
        <message>
            <source>%1 left: order again</source>
            <translation>%1 left: order again</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 and %2 more</translation>
        </message>
        <message>
            <source>1 to see to</source>
            <translation>1 to see to</translation>
        </message>
        <message>
            <source>%1 to see to</source>
            <translation>%1 to see to</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>Waiting for you</translation>
        </message>
        <message>
            <source>First reply, median</source>
            <translation>First reply, median</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>%1 more than usual</source>
            <translation>%1 more than usual</translation>
        </message>
        <message>
            <source>1 day in a row</source>
            <translation>1 day in a row</translation>
        </message>
        <message>
            <source>%1 days in a row</source>
            <translation>%1 days in a row</translation>
        </message>
        <message>
            <source>Answered today</source>
            <translation>Answered today</translation>
        </message>
        <message>
            <source>Cases moved</source>
            <translation>Cases moved</translation>
        </message>
        <message>
            <source>Overdue now</source>
            <translation>Overdue now</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Team today</source>
            <translation>Team today</translation>
        </message>
        <message>
            <source>Who is on duty…</source>
            <translation>Who is on duty…</translation>
        </message>
        <message>
            <source>Assign evenly</source>
            <translation>Assign evenly</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>You</source>
            <translation>You</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>%1 open</source>
            <translation>%1 open</translation>
        </message>
        <message>
            <source>Wrap-up opens at %1</source>
            <translation>Wrap-up opens at %1</translation>
        </message>
        <message>
            <source>Snooze, hand over, note for tomorrow</source>
            <translation>Snooze, hand over, note for tomorrow</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>1 promise</source>
            <translation>1 promise</translation>
        </message>
        <message>
            <source>%1 promises</source>
            <translation>%1 promises</translation>
        </message>
        <message>
            <source>1 snoozed returns</source>
            <translation>1 snoozed returns</translation>
        </message>
        <message>
            <source>%1 snoozed return</source>
            <translation>%1 snoozed return</translation>
        </message>
        <message>
            <source>1 archived</source>
            <translation>1 archived</translation>
        </message>
        <message>
            <source>%1 archived</source>
            <translation>%1 archived</translation>
        </message>
        <message>
            <source>Promised for today</source>
            <translation>Promised for today</translation>
        </message>
        <message>
            <source>Promised until tomorrow</source>
            <translation>Promised until tomorrow</translation>
        </message>
        <message>
            <source>They all hold</source>
            <translation>They all hold</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 overdue</translation>
        </message>
        <message>
            <source>nothing is overdue</source>
            <translation>nothing is overdue</translation>
        </message>
        <message>
            <source>%1 angry</source>
            <translation>%1 angry</translation>
        </message>
        <message>
            <source>%1 not sent</source>
            <translation>%1 not sent</translation>
        </message>
        <message>
            <source>%1 due</source>
            <translation>%1 due</translation>
        </message>
        <message>
            <source>Start  ↵</source>
            <translation>Start  ↵</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>Open %1</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Add a person</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Assign to</source>
            <translation>Assign to</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>Add a person…</source>
            <translation>Add a person…</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Close the day</translation>
        </message>
        <message>
            <source>Edit list</source>
            <translation>Edit list</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Started %1</source>
            <translation>Started %1</translation>
        </message>
        <message>
            <source>Shared with %1</source>
            <translation>Shared with %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Note for the morning</source>
            <translation>Note for the morning</translation>
        </message>
        <message>
            <source>Snooze all</source>
            <translation>Snooze all</translation>
        </message>
        <message>
            <source>Snoozed until tomorrow</source>
            <translation>Snoozed until tomorrow</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>Marked done</source>
            <translation>Marked done</translation>
        </message>
        <message>
            <source>Promise kept</source>
            <translation>Promise kept</translation>
        </message>
        <message>
            <source>Promise moved</source>
            <translation>Promise moved</translation>
        </message>
        <message>
            <source>Not going to happen</source>
            <translation>Not going to happen</translation>
        </message>
        <message>
            <source>Shared out evenly</source>
            <translation>Shared out evenly</translation>
        </message>
        <message>
            <source>Not closed yet: %1</source>
            <translation>Not closed yet: %1</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>How many</translation>
        </message>
        <message>
            <source>How many are left: %1</source>
            <translation>How many are left: %1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Done: %1</translation>
        </message>
        <message>
            <source>Facts…</source>
            <translation>Facts…</translation>
        </message>
        <message>
            <source>Hand over: %1</source>
            <translation>Hand over: %1</translation>
        </message>
        <message>
            <source>More: %1</source>
            <translation>More: %1</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Mark done</translation>
        </message>
        <message>
            <source>Open the conversation</source>
            <translation>Open the conversation</translation>
        </message>
        <message>
            <source>Snooze until %1</source>
            <translation>Snooze until %1</translation>
        </message>
        <message>
            <source>Hand to %1</source>
            <translation>Hand to %1</translation>
        </message>
        <message>
            <source>Hand to…</source>
            <translation>Hand to…</translation>
        </message>
        <message>
            <source>Tomorrow 9:00</source>
            <translation>Tomorrow 9:00</translation>
        </message>
        <message>
            <source>%1 · %2 of %3</source>
            <translation>%1 · %2 of %3</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Back to list</source>
            <translation>Back to list</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Lesson</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>Suggestion</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Lessons and suggestions</source>
            <translation>Lessons and suggestions</translation>
        </message>
        <message>
            <source>What to do otherwise next time</source>
            <translation>What to do otherwise next time</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>Today’s facts</source>
            <translation>Today’s facts</translation>
        </message>
        <message>
            <source>Templates read them as {{facts.name}}; an expired one stops the template.</source>
            <translation>Templates read them as {{facts.name}}; an expired one stops the template.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>2026-11-30 18:00, or empty</source>
            <translation>2026-11-30 18:00, or empty</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Not yet</translation>
        </message>
        <message>
            <source>Write it as 2026-11-30 18:00; the end must be after the start.</source>
            <translation>Write it as 2026-11-30 18:00; the end must be after the start.</translation>
        </message>
        <message>
            <source>Say in up to 500 signs what holds.</source>
            <translation>Say in up to 500 signs what holds.</translation>
        </message>
        <message>
            <source>Another fact has this name.</source>
            <translation>Another fact has this name.</translation>
        </message>
        <message>
            <source>The name begins with a letter and has only a–z, digits and _, up to 40.</source>
            <translation>The name begins with a letter and has only a–z, digits and _, up to 40.</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Whoever is on duty at this computer signs replies and ticks.</source>
            <translation>Whoever is on duty at this computer signs replies and ticks.</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>Has left</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>A name has 1 to 60 signs, and nobody else here has it.</source>
            <translation>A name has 1 to 60 signs, and nobody else here has it.</translation>
        </message>
        <message>
            <source>Morning review: %1 of %2 done</source>
            <translation>Morning review: %1 of %2 done</translation>
        </message>
        <message>
            <source>Received: %1</source>
            <translation>Received: %1</translation>
        </message>
        <message>
            <source>Answered: %1</source>
            <translation>Answered: %1</translation>
        </message>
        <message>
            <source>Waiting at the close: %1</source>
            <translation>Waiting at the close: %1</translation>
        </message>
        <message>
            <source>Overdue at the close: %1</source>
            <translation>Overdue at the close: %1</translation>
        </message>
        <message>
            <source>Cases moved: %1</source>
            <translation>Cases moved: %1</translation>
        </message>
        <message>
            <source>Not done in the morning: %1</source>
            <translation>Not done in the morning: %1</translation>
        </message>
        <message>
            <source>Not closed</source>
            <translation>Not closed</translation>
        </message>
        <message>
            <source>Closed at %1</source>
            <translation>Closed at %1</translation>
        </message>
        <message>
            <source>Note for the morning: %1</source>
            <translation>Note for the morning: %1</translation>
        </message>
        <message>
            <source>Add suggested ones</source>
            <translation>Add suggested ones</translation>
        </message>
        <message>
            <source>Go on duty</source>
            <translation>Go on duty</translation>
        </message>
        <message>
            <source>Your own tasks</source>
            <translation>Your own tasks</translation>
        </message>
        <message>
            <source>They stand on the lists of the days that you choose.</source>
            <translation>They stand on the lists of the days that you choose.</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Task</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>2026-11-30, or empty</source>
            <translation>2026-11-30, or empty</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Must be done</source>
            <translation>Must be done</translation>
        </message>
        <message>
            <source>Count what is left</source>
            <translation>Count what is left</translation>
        </message>
        <message>
            <source>Order again at</source>
            <translation>Order again at</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>every day</translation>
        </message>
        <message>
            <source>Write the day as 2026-11-30; the last one must not be before the first.</source>
            <translation>Write the day as 2026-11-30; the last one must not be before the first.</translation>
        </message>
        <message>
            <source>Say at which number it is ordered again.</source>
            <translation>Say at which number it is ordered again.</translation>
        </message>
        <message>
            <source>Say in up to 120 signs what is to be done.</source>
            <translation>Say in up to 120 signs what is to be done.</translation>
        </message>
        <message>
            <source>Only on</source>
            <translation>Only on</translation>
        </message>
        <message>
            <source>Reports of days</source>
            <translation>Reports of days</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Copy the text</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>No day was begun yet.</source>
            <translation>No day was begun yet.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copied</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Really?</source>
            <translation>Really?</translation>
        </message>
        <message>
            <source>What you typed is not saved.</source>
            <translation>What you typed is not saved.</translation>
        </message>
        <message>
            <source>Do not save</source>
            <translation>Do not save</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Go on writing</translation>
        </message>
        <message>
            <source>Cases moved today</source>
            <translation>Cases moved today</translation>
        </message>
        <message>
            <source>Cases due until tomorrow</source>
            <translation>Cases due until tomorrow</translation>
        </message>
        <message>
            <source>Cases due today</source>
            <translation>Cases due today</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archived</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
    </context>
    <context>
        <name>Topics</name>
        <message>
            <source>Topic because of %1</source>
            <translation>Topic because of %1</translation>
        </message>
        <message>
            <source>Mood because of %1</source>
            <translation>Mood because of %1</translation>
        </message>
        <message>
            <source>Urgent because of %1</source>
            <translation>Urgent because of %1</translation>
        </message>
        <message>
            <source>Learned from you: %1</source>
            <translation>Learned from you: %1</translation>
        </message>
        <message>
            <source>No word told what it is about</source>
            <translation>No word told what it is about</translation>
        </message>
        <message>
            <source>What was learned…</source>
            <translation>What was learned…</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>What is it about?</translation>
        </message>
        <message>
            <source>How does the customer feel?</source>
            <translation>How does the customer feel?</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>Shipping</source>
            <translation>Shipping</translation>
        </message>
        <message>
            <source>Damaged or wrong</source>
            <translation>Damaged or wrong</translation>
        </message>
        <message>
            <source>Return or refund</source>
            <translation>Return or refund</translation>
        </message>
        <message>
            <source>Change or cancel</source>
            <translation>Change or cancel</translation>
        </message>
        <message>
            <source>Before buying</source>
            <translation>Before buying</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>Invoice or payment</source>
            <translation>Invoice or payment</translation>
        </message>
        <message>
            <source>Trade customer</source>
            <translation>Trade customer</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>Dispute</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>Thanks</translation>
        </message>
        <message>
            <source>No topic</source>
            <translation>No topic</translation>
        </message>
        <message>
            <source>Calm</source>
            <translation>Calm</translation>
        </message>
        <message>
            <source>Unhappy</source>
            <translation>Unhappy</translation>
        </message>
        <message>
            <source>Angry</source>
            <translation>Angry</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>All topics</source>
            <translation>All topics</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>This is not a mail address.</source>
            <translation>This is not a mail address.</translation>
        </message>
        <message>
            <source>It looks like name@shop.com.</source>
            <translation>It looks like name@shop.com.</translation>
        </message>
        <message>
            <source>This address is connected already.</source>
            <translation>This address is connected already.</translation>
        </message>
        <message>
            <source>Enter another one, or change this mailbox in the settings.</source>
            <translation>Enter another one, or change this mailbox in the settings.</translation>
        </message>
        <message>
            <source>A server name or port cannot be used.</source>
            <translation>A server name or port cannot be used.</translation>
        </message>
        <message>
            <source>A server looks like imap.shop.com with a port such as 993.</source>
            <translation>A server looks like imap.shop.com with a port such as 993.</translation>
        </message>
        <message>
            <source>There is no password yet.</source>
            <translation>There is no password yet.</translation>
        </message>
        <message>
            <source>Enter the password of this mailbox; it goes into the keychain of this computer only.</source>
            <translation>Enter the password of this mailbox; it goes into the keychain of this computer only.</translation>
        </message>
        <message>
            <source>%host refused name or password.</source>
            <translation>%host refused name or password.</translation>
        </message>
        <message>
            <source>Type the password again; the eye shows it. Check the sign-in name under Edit.</source>
            <translation>Type the password again; the eye shows it. Check the sign-in name under Edit.</translation>
        </message>
        <message>
            <source>It takes an app password here, not the usual one: make one on its page and paste it.</source>
            <translation>It takes an app password here, not the usual one: make one on its page and paste it.</translation>
        </message>
        <message>
            <source>It takes an authorization code here: switch IMAP on in its settings, make a code, and paste it.</source>
            <translation>It takes an authorization code here: switch IMAP on in its settings, make a code, and paste it.</translation>
        </message>
        <message>
            <source>Sign in with the browser instead.</source>
            <translation>Sign in with the browser instead.</translation>
        </message>
        <message>
            <source>Reading mail by IMAP is switched off for this mailbox.</source>
            <translation>Reading mail by IMAP is switched off for this mailbox.</translation>
        </message>
        <message>
            <source>Switch IMAP on in the settings of %provider, then try again.</source>
            <translation>Switch IMAP on in the settings of %provider, then try again.</translation>
        </message>
        <message>
            <source>%host refused this password.</source>
            <translation>%host refused this password.</translation>
        </message>
        <message>
            <source>Passwords of mail programs are not taken any more by %provider.</source>
            <translation>Passwords of mail programs are not taken any more by %provider.</translation>
        </message>
        <message>
            <source>Other mail programs are blocked by %provider until the company allows them.</source>
            <translation>Other mail programs are blocked by %provider until the company allows them.</translation>
        </message>
        <message>
            <source>The company's postmaster has to allow third-party clients; then make a password there.</source>
            <translation>The company's postmaster has to allow third-party clients; then make a password there.</translation>
        </message>
        <message>
            <source>Receiving works, but %host refused name or password for sending.</source>
            <translation>Receiving works, but %host refused name or password for sending.</translation>
        </message>
        <message>
            <source>Check the sending server under Edit, or allow SMTP in the settings of %provider.</source>
            <translation>Check the sending server under Edit, or allow SMTP in the settings of %provider.</translation>
        </message>
        <message>
            <source>Receiving works, but no server for sending is known.</source>
            <translation>Receiving works, but no server for sending is known.</translation>
        </message>
        <message>
            <source>Enter the SMTP server under Edit, or go on and only read mail for now.</source>
            <translation>Enter the SMTP server under Edit, or go on and only read mail for now.</translation>
        </message>
        <message>
            <source>There is no server called %host.</source>
            <translation>There is no server called %host.</translation>
        </message>
        <message>
            <source>Check its name under Edit; the provider's help page has it under IMAP and SMTP.</source>
            <translation>Check its name under Edit; the provider's help page has it under IMAP and SMTP.</translation>
        </message>
        <message>
            <source>The proxy %host does not let us through.</source>
            <translation>The proxy %host does not let us through.</translation>
        </message>
        <message>
            <source>Check the proxy in the settings under Connection, or ask who keeps the network.</source>
            <translation>Check the proxy in the settings under Connection, or ask who keeps the network.</translation>
        </message>
        <message>
            <source>%host does not answer on port %port.</source>
            <translation>%host does not answer on port %port.</translation>
        </message>
        <message>
            <source>A firewall may block this port. Try another network, or another port under Edit.</source>
            <translation>A firewall may block this port. Try another network, or another port under Edit.</translation>
        </message>
        <message>
            <source>Nothing listens on port %port of %host.</source>
            <translation>Nothing listens on port %port of %host.</translation>
        </message>
        <message>
            <source>Check the port under Edit: usually 993 for receiving, 465 or 587 for sending.</source>
            <translation>Check the port under Edit: usually 993 for receiving, 465 or 587 for sending.</translation>
        </message>
        <message>
            <source>The connection to %host broke off.</source>
            <translation>The connection to %host broke off.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, a firewall or virus scanner may be in between.</source>
            <translation>Try again; if it stays so, a firewall or virus scanner may be in between.</translation>
        </message>
        <message>
            <source>%host offers no encryption on port %port, so nothing was sent.</source>
            <translation>%host offers no encryption on port %port, so nothing was sent.</translation>
        </message>
        <message>
            <source>Choose TLS with port 993 (465 for sending) under Edit; STARTTLS belongs to 143 and 587.</source>
            <translation>Choose TLS with port 993 (465 for sending) under Edit; STARTTLS belongs to 143 and 587.</translation>
        </message>
        <message>
            <source>Something else than a mail server answers at %host, port %port.</source>
            <translation>Something else than a mail server answers at %host, port %port.</translation>
        </message>
        <message>
            <source>Check server and port under Edit.</source>
            <translation>Check server and port under Edit.</translation>
        </message>
        <message>
            <source>The certificate of %host is not trusted, so nothing was sent.</source>
            <translation>The certificate of %host is not trusted, so nothing was sent.</translation>
        </message>
        <message>
            <source>If this is your own server, look at its certificate. Else check its name under Edit.</source>
            <translation>If this is your own server, look at its certificate. Else check its name under Edit.</translation>
        </message>
        <message>
            <source>%host shows another certificate than the one that you trusted, so nothing was sent.</source>
            <translation>%host shows another certificate than the one that you trusted, so nothing was sent.</translation>
        </message>
        <message>
            <source>If it was renewed, look at the new one. Else somebody may listen in: do not go on.</source>
            <translation>If it was renewed, look at the new one. Else somebody may listen in: do not go on.</translation>
        </message>
        <message>
            <source>%host asks for patience: too many connections or sign-ins.</source>
            <translation>%host asks for patience: too many connections or sign-ins.</translation>
        </message>
        <message>
            <source>Close other mail programs that use this mailbox, wait a few minutes, then try again.</source>
            <translation>Close other mail programs that use this mailbox, wait a few minutes, then try again.</translation>
        </message>
        <message>
            <source>%host refused a request.</source>
            <translation>%host refused a request.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, give the copied details to your provider.</source>
            <translation>Try again; if it stays so, give the copied details to your provider.</translation>
        </message>
        <message>
            <source>The keychain of this computer is locked or missing, so the password cannot be kept.</source>
            <translation>The keychain of this computer is locked or missing, so the password cannot be kept.</translation>
        </message>
        <message>
            <source>Unlock it (or set one up), then try again. Shopdesk keeps passwords nowhere else.</source>
            <translation>Unlock it (or set one up), then try again. Shopdesk keeps passwords nowhere else.</translation>
        </message>
        <message>
            <source>The sign-in was declined.</source>
            <translation>The sign-in was declined.</translation>
        </message>
        <message>
            <source>Sign in again and allow the access to mail; check the client id.</source>
            <translation>Sign in again and allow the access to mail; check the client id.</translation>
        </message>
        <message>
            <source>Nobody signed in in time.</source>
            <translation>Nobody signed in in time.</translation>
        </message>
        <message>
            <source>Begin the sign-in again.</source>
            <translation>Begin the sign-in again.</translation>
        </message>
        <message>
            <source>That did not work.</source>
            <translation>That did not work.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, the copied details help to find out why.</source>
            <translation>Try again; if it stays so, the copied details help to find out why.</translation>
        </message>
        <message>
            <source>The server</source>
            <translation>The server</translation>
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
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Templates</translation>
        </message>
    </context>
    <context>
        <name>Wizard</name>
        <message>
            <source>Step %1 of %2: %3</source>
            <translation>Step %1 of %2: %3</translation>
        </message>
        <message>
            <source>One calm place for every customer.</source>
            <translation>One calm place for every customer.</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider. Nothing goes through us.</source>
            <translation>Your mail stays on this computer and with your mail provider. Nothing goes through us.</translation>
        </message>
        <message>
            <source>Try with sample data</source>
            <translation>Try with sample data</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Edit the servers</source>
            <translation>Edit the servers</translation>
        </message>
        <message>
            <source>Use these servers</source>
            <translation>Use these servers</translation>
        </message>
        <message>
            <source>Looking for the settings of %1 …</source>
            <translation>Looking for the settings of %1 …</translation>
        </message>
        <message>
            <source>No settings found for %1</source>
            <translation>No settings found for %1</translation>
        </message>
        <message>
            <source>This mailbox cannot be connected</source>
            <translation>This mailbox cannot be connected</translation>
        </message>
        <message>
            <source>%1 names servers outside of its own domain. Do you know them?</source>
            <translation>%1 names servers outside of its own domain. Do you know them?</translation>
        </message>
        <message>
            <source>Settings found for %1</source>
            <translation>Settings found for %1</translation>
        </message>
        <message>
            <source>Enter the servers below; your provider's help page has them.</source>
            <translation>Enter the servers below; your provider's help page has them.</translation>
        </message>
        <message>
            <source>Welcome to Shopdesk</source>
            <translation>Welcome to Shopdesk</translation>
        </message>
        <message>
            <source>Two words about you, then your first mailbox.</source>
            <translation>Two words about you, then your first mailbox.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Name of your shop</source>
            <translation>Name of your shop</translation>
        </message>
        <message>
            <source>such as Linenhaus</source>
            <translation>such as Linenhaus</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>not readable</source>
            <translation>not readable</translation>
        </message>
        <message>
            <source>This is what %1 shows</source>
            <translation>This is what %1 shows</translation>
        </message>
        <message>
            <source>itself</source>
            <translation>itself</translation>
        </message>
        <message>
            <source>Made for</source>
            <translation>Made for</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Signed by</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>Valid</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Compare the fingerprint with the one that your server's keeper gives you. Trust it only if they are the same; it counts for this server alone, and any other certificate is refused again.</source>
            <translation>Compare the fingerprint with the one that your server's keeper gives you. Trust it only if they are the same; it counts for this server alone, and any other certificate is refused again.</translation>
        </message>
        <message>
            <source>They are the same: trust it</source>
            <translation>They are the same: trust it</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Language and shop</source>
            <translation>Language and shop</translation>
        </message>
        <message>
            <source>Connect a mailbox</source>
            <translation>Connect a mailbox</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>How far back</translation>
        </message>
        <message>
            <source>Bring the mail in</source>
            <translation>Bring the mail in</translation>
        </message>
        <message>
            <source>QQ Mail</source>
            <translation>QQ Mail</translation>
        </message>
        <message>
            <source>Tencent Exmail</source>
            <translation>Tencent Exmail</translation>
        </message>
        <message>
            <source>NetEase Mail</source>
            <translation>NetEase Mail</translation>
        </message>
        <message>
            <source>NetEase business mail</source>
            <translation>NetEase business mail</translation>
        </message>
        <message>
            <source>Aliyun Mail</source>
            <translation>Aliyun Mail</translation>
        </message>
        <message>
            <source>Alimail</source>
            <translation>Alimail</translation>
        </message>
        <message>
            <source>the provider</source>
            <translation>the provider</translation>
        </message>
        <message>
            <source>First allow IMAP in the settings of %1; it is off at the beginning.</source>
            <translation>First allow IMAP in the settings of %1; it is off at the beginning.</translation>
        </message>
        <message>
            <source>%1 wants an app password here: make one on its page and paste it; the usual password is refused.</source>
            <translation>%1 wants an app password here: make one on its page and paste it; the usual password is refused.</translation>
        </message>
        <message>
            <source>%1 wants an authorization code here, not your password: make one in its settings under IMAP and paste it.</source>
            <translation>%1 wants an authorization code here, not your password: make one in its settings under IMAP and paste it.</translation>
        </message>
        <message>
            <source>%1 takes no passwords from mail programs: sign in with the browser.</source>
            <translation>%1 takes no passwords from mail programs: sign in with the browser.</translation>
        </message>
        <message>
            <source>The sign-in name is your %1 address, not the address of your own domain: enter it below.</source>
            <translation>The sign-in name is your %1 address, not the address of your own domain: enter it below.</translation>
        </message>
        <message>
            <source>%1 needs its own program, the Bridge, to run here; take name and password from it.</source>
            <translation>%1 needs its own program, the Bridge, to run here; take name and password from it.</translation>
        </message>
        <message>
            <source>%1 blocks other mail programs for new companies: the postmaster has to allow them first.</source>
            <translation>%1 blocks other mail programs for new companies: the postmaster has to allow them first.</translation>
        </message>
        <message>
            <source>%1 has no IMAP, so no other program can read its mail.</source>
            <translation>%1 has no IMAP, so no other program can read its mail.</translation>
        </message>
        <message>
            <source>A test mail to yourself left</source>
            <translation>A test mail to yourself left</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Show the certificate</source>
            <translation>Show the certificate</translation>
        </message>
        <message>
            <source>Open the provider's page</source>
            <translation>Open the provider's page</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>this computer</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Signed in</translation>
        </message>
        <message>
            <source>Sending works</source>
            <translation>Sending works</translation>
        </message>
        <message>
            <source>Signed in for sending; nothing was sent</source>
            <translation>Signed in for sending; nothing was sent</translation>
        </message>
        <message>
            <source>1 message in the last 90 days</source>
            <translation>1 message in the last 90 days</translation>
        </message>
        <message>
            <source>%1 messages in the last 90 days</source>
            <translation>%1 messages in the last 90 days</translation>
        </message>
        <message>
            <source>Inbox, Sent and 1 more folder</source>
            <translation>Inbox, Sent and 1 more folder</translation>
        </message>
        <message>
            <source>Inbox, Sent and %1 more folders</source>
            <translation>Inbox, Sent and %1 more folders</translation>
        </message>
        <message>
            <source>1 folder</source>
            <translation>1 folder</translation>
        </message>
        <message>
            <source>%1 folders</source>
            <translation>%1 folders</translation>
        </message>
        <message>
            <source>Waiting for you to sign in with the browser …</source>
            <translation>Waiting for you to sign in with the browser …</translation>
        </message>
        <message>
            <source>Open %1 at any device and type this code:</source>
            <translation>Open %1 at any device and type this code:</translation>
        </message>
        <message>
            <source>Signed in with the browser.</source>
            <translation>Signed in with the browser.</translation>
        </message>
        <message>
            <source>Client id of your shop</source>
            <translation>Client id of your shop</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client secret</translation>
        </message>
        <message>
            <source>Register an app of your own once at %1; so nobody stands between you and your mail.</source>
            <translation>Register an app of your own once at %1; so nobody stands between you and your mail.</translation>
        </message>
        <message>
            <source>Sign in with the browser</source>
            <translation>Sign in with the browser</translation>
        </message>
        <message>
            <source>Use a code at another device</source>
            <translation>Use a code at another device</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>Copy the address</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Stop waiting</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>Hide the password</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Show the password</translation>
        </message>
        <message>
            <source>None (this computer)</source>
            <translation>None (this computer)</translation>
        </message>
        <message>
            <source>How far back?</source>
            <translation>How far back?</translation>
        </message>
        <message>
            <source>The newest mail comes first. The server keeps everything; you can change this later.</source>
            <translation>The newest mail comes first. The server keeps everything; you can change this later.</translation>
        </message>
        <message>
            <source>The last 30 days</source>
            <translation>The last 30 days</translation>
        </message>
        <message>
            <source>The last 90 days</source>
            <translation>The last 90 days</translation>
        </message>
        <message>
            <source>The last year (recommended)</source>
            <translation>The last year (recommended)</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>What lists call this mailbox</source>
            <translation>What lists call this mailbox</translation>
        </message>
        <message>
            <source>Start the import</source>
            <translation>Start the import</translation>
        </message>
        <message>
            <source>Your mail is coming in</source>
            <translation>Your mail is coming in</translation>
        </message>
        <message>
            <source>The newest mail comes first, so you can begin at once. The rest follows by itself.</source>
            <translation>The newest mail comes first, so you can begin at once. The rest follows by itself.</translation>
        </message>
        <message>
            <source>Progress of the import</source>
            <translation>Progress of the import</translation>
        </message>
        <message>
            <source>Everything is here</source>
            <translation>Everything is here</translation>
        </message>
        <message>
            <source>Importing newest first</source>
            <translation>Importing newest first</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Start while it imports</source>
            <translation>Start while it imports</translation>
        </message>
        <message>
            <source>counting …</source>
            <translation>counting …</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>about %1</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Not signed in</translation>
        </message>
        <message>
            <source>Folders not seen</source>
            <translation>Folders not seen</translation>
        </message>
        <message>
            <source>Sending does not work</source>
            <translation>Sending does not work</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Look at the folders</source>
            <translation>Look at the folders</translation>
        </message>
        <message>
            <source>Check sending</source>
            <translation>Check sending</translation>
        </message>
        <message>
            <source>Enter the address your marketplaces and customers write to.</source>
            <translation>Enter the address your marketplaces and customers write to.</translation>
        </message>
        <message>
            <source>Email address</source>
            <translation>Email address</translation>
        </message>
        <message>
            <source>Open the page of %1</source>
            <translation>Open the page of %1</translation>
        </message>
        <message>
            <source>Sign in with the browser instead</source>
            <translation>Sign in with the browser instead</translation>
        </message>
        <message>
            <source>Use an app password instead</source>
            <translation>Use an app password instead</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Connect</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Go on without sending</source>
            <translation>Go on without sending</translation>
        </message>
        <message>
            <source>Authorization code</source>
            <translation>Authorization code</translation>
        </message>
        <message>
            <source>App password</source>
            <translation>App password</translation>
        </message>
        <message>
            <source>Password or app password</source>
            <translation>Password or app password</translation>
        </message>
        <message>
            <source>Receiving server (IMAP)</source>
            <translation>Receiving server (IMAP)</translation>
        </message>
        <message>
            <source>Sending server (SMTP)</source>
            <translation>Sending server (SMTP)</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Port, %1</source>
            <translation>Port, %1</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>Security</translation>
        </message>
        <message>
            <source>Security, %1</source>
            <translation>Security, %1</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>Sign-in name</translation>
        </message>
        <message>
            <source>This is the sample shop. Start Shopdesk itself to connect your mailbox.</source>
            <translation>This is the sample shop. Start Shopdesk itself to connect your mailbox.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>d MMM</source>
            <comment>date without year, Qt date format</comment>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>Yesterday %1</source>
            <translation>Yesterday %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>yesterday %1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>today %1</translation>
        </message>
        <message>
            <source>tomorrow %1</source>
            <translation>tomorrow %1</translation>
        </message>
        <message>
            <source>%1m</source>
            <comment>minutes</comment>
            <translation>%1m</translation>
        </message>
        <message>
            <source>%1d</source>
            <comment>days</comment>
            <translation>%1d</translation>
        </message>
        <message>
            <source>%1h</source>
            <comment>hours</comment>
            <translation>%1h</translation>
        </message>
        <message>
            <source>%1h %2m</source>
            <comment>hours and two-digit minutes</comment>
            <translation>%1h %2m</translation>
        </message>
        <message>
            <source>Overdue %1</source>
            <translation>Overdue %1</translation>
        </message>
        <message>
            <source>Own shop</source>
            <translation>Own shop</translation>
        </message>
        <message>
            <source>due in %1</source>
            <translation>due in %1</translation>
        </message>
        <message>
            <source>angry customer</source>
            <translation>angry customer</translation>
        </message>
        <message>
            <source>unread</source>
            <translation>unread</translation>
        </message>
        <message>
            <source>with attachment</source>
            <translation>with attachment</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a spoken sentence</comment>
            <translation>, </translation>
        </message>
    </context>
</TS>
