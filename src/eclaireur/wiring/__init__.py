"""The one place where the parts are put together: one module for each thing that is opened."""
