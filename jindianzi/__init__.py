"""The front door: command line and wiring of processes; the only package that imports all the others."""
