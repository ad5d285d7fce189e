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
    </context>
    <context>
        <name>Calm</name>
        <message>
            <source>Connect a mailbox to begin</source>
            <translation>Connect a mailbox to begin</translation>
        </message>
        <message>
            <source>Your mail stays on this computer and with your mail provider. In a terminal:</source>
            <translation>Your mail stays on this computer and with your mail provider. In a terminal:</translation>
        </message>
        <message>
            <source>or look around first:  main.py demo</source>
            <translation>or look around first:  main.py demo</translation>
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
        <name>Conversation</name>
        <message>
            <source>You</source>
            <translation>You</translation>
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
            <source>1 remote image not loaded</source>
            <translation>1 remote image not loaded</translation>
        </message>
        <message>
            <source>%1 remote images not loaded</source>
            <translation>%1 remote images not loaded</translation>
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
            <source>This file could run a program. Save it only if you know the sender.</source>
            <translation>This file could run a program. Save it only if you know the sender.</translation>
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
            <source>Save file</source>
            <translation>Save file</translation>
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
            <source>Save</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</source>
            <translation>%1 does not answer. Check the internet connection; Shopdesk tries again by itself.</translation>
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
            <source>Another program keeps the data busy. Try again in a moment.</source>
            <translation>Another program keeps the data busy. Try again in a moment.</translation>
        </message>
        <message>
            <source>That is not here any more, or not here yet. Try again after the next sync.</source>
            <translation>That is not here any more, or not here yet. Try again after the next sync.</translation>
        </message>
        <message>
            <source>This cannot be used. Check what was typed.</source>
            <translation>This cannot be used. Check what was typed.</translation>
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
            <source>Nothing for ‘%1’</source>
            <translation>Nothing for ‘%1’</translation>
        </message>
        <message>
            <source>Try fewer words, a name or an order number. Esc leads back.</source>
            <translation>Try fewer words, a name or an order number. Esc leads back.</translation>
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
            <source>%1 mailboxes</source>
            <translation>%1 mailboxes</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>Mark done (E)</source>
            <translation>Mark done (E)</translation>
        </message>
        <message>
            <source>Snooze (H)</source>
            <translation>Snooze (H)</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Wrote before</source>
            <translation>Wrote before</translation>
        </message>
        <message>
            <source>%1 order numbers</source>
            <translation>%1 order numbers</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>Order number</translation>
        </message>
        <message>
            <source>Other conversations</source>
            <translation>Other conversations</translation>
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
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Comfortable list</source>
            <translation>Comfortable list</translation>
        </message>
        <message>
            <source>Compact list</source>
            <translation>Compact list</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Density</translation>
        </message>
        <message>
            <source>Text size: %1 %</source>
            <translation>Text size: %1 %</translation>
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
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Copied %1</source>
            <translation>Copied %1</translation>
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
            <source>Taken back: %1</source>
            <translation>Taken back: %1</translation>
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
