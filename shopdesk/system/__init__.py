"""What the operating system gives: time, keychain, folders, logs, the one instance, opening things."""
