"""What a person can ask for; no Qt, SQL, sockets or threads."""
