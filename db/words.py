"""Every word the checklist layer says, in Simplified Chinese."""
