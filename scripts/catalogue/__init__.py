"""The knowledge base itself: sheets read, checked, linked and rendered. Knows neither mkdocs nor pagefind."""
