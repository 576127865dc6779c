# -*- coding: utf-8 -*- Joining text and bytes fails with the byte and its position.
prenom = 'Zoé'
print ', '.join([u'Dupont', prenom])
