"""What changes papers: numbers, the way from draft to issued, printing, uploads."""
