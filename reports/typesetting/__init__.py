"""Chinese lines and tables set as GB/T 9704 and good printers set them."""
