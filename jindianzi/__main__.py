from jindianzi.cli import app

app()
