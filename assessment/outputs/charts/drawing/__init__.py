"""What draws the charts that are described: as plotly figures, as HTML and as SVG."""
