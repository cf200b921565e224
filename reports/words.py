"""Every word the paper says, in Simplified Chinese."""
