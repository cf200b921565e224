"""Every word the window shows, in Simplified Chinese."""
