"""Which AI system a picture's copies name."""

from articles.disclosure.models import AIUse
from articles.images.models import ImageAsset


def of_image(asset: ImageAsset) -> tuple[str, str]:
    """Name and version of the recorded system; of several systems the names, without versions."""
    uses = AIUse.objects.filter(asset=asset, system__isnull=False).select_related("system")
    systems = list(dict.fromkeys(use.system for use in uses))
    if not systems:
        return "", ""
    names = ", ".join(dict.fromkeys(system.name_en or system.name for system in systems))
    return names, systems[0].version if len(systems) == 1 else ""
