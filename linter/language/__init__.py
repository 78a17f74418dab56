"""What is known about languages: lexicons, identification, conventions."""
