"""What the views show: Qt models fed by the checklist and kept true by its change sets."""
