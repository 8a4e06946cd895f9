"""One folder per room; a file per behaviour; sentences for names."""
