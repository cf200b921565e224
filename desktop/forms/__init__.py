"""The form beside the tasks: everything that is known of one action, field by field, and its tabs."""
