"""What residents said as it is shown: in words, as tables with bars, and as charts."""
