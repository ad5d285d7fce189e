"""The page of templates: the library on the left, one template with its preview on the right."""
