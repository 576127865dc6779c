# continue belongs in a loop.
continue
