"""The photograph: Mitsuba 3 in a child process, denoised, with the window's film on top."""
