"""Every state, reason and warning of a reading, as one sentence each.

Nothing here calls a picture true or free of AI: a file can only say what was declared.
"""

from django.utils.translation import gettext_lazy as _

from articles.images.provenance.claim import State

STATES = {
    State.NONE: _("This file carries no Content Credentials. That does not mean it is fake."),
    State.REMOTE_UNFETCHED: _(
        "The file names an address where its credentials are kept. They were not fetched, so they "
        "are not checked."
    ),
    State.UNSUPPORTED: _("Content Credentials in this format cannot be read."),
    State.UNREADABLE: _(
        "The file, or the Content Credentials in it, is broken and cannot be read."
    ),
    State.INVALID_TAMPERED: _(
        "The file or its credentials were changed after signing, so that information is "
        "disregarded."
    ),
    State.INVALID_EXPIRED: _(
        "The signer’s certificate had expired and nothing proves when the file was signed."
    ),
    State.INVALID_OTHER: _(
        "This file’s Content Credentials do not check out, so that information is disregarded."
    ),
    State.VALID_UNTRUSTED: _(
        "The file is unchanged since it was signed, but the signer is not on an installed trust "
        "list."
    ),
    State.TRUSTED: _(
        "The file is unchanged since it was signed, and the signer is on an installed trust list. "
        "That does not mean that what it shows is true."
    ),
}
REASONS = {
    "no_manifest": STATES[State.NONE],
    "remote_manifest": STATES[State.REMOTE_UNFETCHED],
    "format_unsupported": STATES[State.UNSUPPORTED],
    "unparseable": STATES[State.UNREADABLE],
    "content_changed": _("The picture was changed after it was signed."),
    "assertion_changed": _("What the credentials record was changed after signing."),
    "signature_broken": _("The signature does not belong to these credentials."),
    "ingredient_tampered": _(
        "A picture that this one was made from had been changed after it was signed."
    ),
    "certificate_expired": STATES[State.INVALID_EXPIRED],
    "check_failed": _("The credentials failed another check; the whole report says which."),
    "signer_untrusted": STATES[State.VALID_UNTRUSTED],
    "signer_trusted": STATES[State.TRUSTED],
    "certificate_revoked": _("The signer’s certificate was revoked."),
    "certificate_unfit": _("The signer’s certificate is not meant for signing pictures."),
    "time_disproved": _("The proof of the time of signing does not check out."),
    "incomplete": _("A part of the credentials is missing."),
    "xmp_unreadable": _("The metadata embedded in the file is broken and cannot be read."),
    "xmp_source_type": _("The embedded metadata declares a source type made with AI."),
    "xmp_ai_system": _("The embedded metadata names an AI system."),
    "credentials_disregarded": _(
        "The credentials are invalid, but what they say of AI is taken as a hint."
    ),
    "aigc_fully": _("The Chinese AIGC mark in the file says that AI generated it."),
    "aigc_possibly": _("The Chinese AIGC mark in the file says that AI may have generated it."),
    "ai_fully": _("The file says that generative AI made the whole picture."),
    "ai_partly": _("The file says that generative AI made or changed a part of the picture."),
    "ai_possibly": _("The file says something that may mean that AI was used."),
    "ai_none_declared": _("The file declares no use of AI. That does not mean that none was used."),
}
WARNINGS = {
    "credentials_invalid": STATES[State.INVALID_OTHER],
    "signer_untrusted": _("Signature valid; signer not on an installed trust list."),
    "remote_unfetched": _(
        "Credentials of this file are kept at another address and were not fetched."
    ),
    "sources_disagree": _(
        "The credentials and the embedded metadata name different source types. Find out which is "
        "right."
    ),
    "location_inside": _(
        "The original says where it was taken. Readers’ copies leave the place out."
    ),
    "aigc_several": _("The file carries several Chinese AIGC marks; there may be only one."),
    "aigc_unreadable": _("The file carries a Chinese AIGC mark that cannot be read."),
    "time_untrusted": _(
        "The service that stamped the time of signing is not on an installed trust list."
    ),
    "time_unproved": _(
        "Nothing proves when the file was signed. Once the certificate expires, the credentials "
        "will count as invalid."
    ),
    "ingredient_untrusted": _(
        "A picture that this one was made from was signed by somebody who is not on an installed "
        "trust list."
    ),
    "ingredient_expired": _(
        "The certificate on a picture that this one was made from had expired."
    ),
    "outdated": _(
        "The trust lists have changed since this file was read. Check it again for today’s verdict."
    ),
}
