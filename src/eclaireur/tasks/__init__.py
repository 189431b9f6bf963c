"""What Éclaireur can propose, one file a field."""
