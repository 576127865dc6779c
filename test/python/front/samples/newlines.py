if a:
    b = """x
  y"""
else:
    cd
