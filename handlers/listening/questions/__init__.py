"""问计: a desk asks an area one question, people answer without a name, and hear what came of it."""
