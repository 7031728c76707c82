"""Terms of a service that does not exist, in sentences of ours, for the tests of the finder."""

from __future__ import annotations

OLD = """# Terms of Service of Example

Welcome to Example. These terms are an agreement between you and Example Limited.

You retain all ownership rights in the content that you upload.

You grant us a limited licence to host your content, solely to provide the service to you.

We do not use your content to train our models.

We may share your information with our service providers.

You can delete your account and your content at any time.

We keep your data for as long as your account exists.

You must be at least 13 years old to use the service.
"""

NEW = """# Terms of Service of Example

Welcome to Example. These terms are an agreement between you and Example Limited.

You retain all ownership rights in the content that you upload.

You grant us a perpetual, irrevocable, royalty-free licence to use your content for any purpose.

You also grant us the same rights to use the image, likeness and voice of anyone in your content.

We may use your content to train our models.

We may share your information with our service providers.

You can delete your account and your content at any time.

We keep your data for as long as your account exists.

You must be at least 13 years old to use the service.
"""

GERMAN = """Diese Bedingungen gelten, wenn du den Dienst benutzt. Du darfst Bilder hochladen.
Wir speichern deine Daten, solange dein Konto besteht. Wir verkaufen sie nicht an Dritte.
Du kannst dein Konto jederzeit löschen. Mit der Nutzung stimmst du den Bedingungen zu.
"""
FRENCH = """Ces conditions s'appliquent lorsque vous utilisez le service.
Vous pouvez envoyer des images.
Nous conservons vos données tant que votre compte existe. Nous ne les vendons pas à des tiers.
Vous pouvez supprimer votre compte à tout moment. Les présentes conditions peuvent changer.
"""
SPANISH = """Estas condiciones se aplican cuando usted utiliza el servicio. Puede subir imágenes.
Conservamos sus datos mientras exista su cuenta. No los vendemos a terceros en ningún caso.
Puede eliminar su cuenta en cualquier momento. Las condiciones pueden cambiar con aviso.
"""
DUTCH = """Deze voorwaarden gelten wanneer je de dienst gebruikt. Je mag foto's uploaden.
We bewaren je gegevens zolang je account bestaat. We verkopen ze niet aan derden.
Je kunt je account op elk moment verwijderen. We kunnen de voorwaarden wijzigen.
"""
CHINESE = "使用本服务即表示同意本条款。你可以上传图片。我们会保存你的数据。我们不会出售数据。"
"""Sentences of ours in other languages."""
