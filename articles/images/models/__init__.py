from articles.images.models.asset import ImageAsset
from articles.images.models.rendition import Rendition
from articles.images.models.report import ProvenanceReport
from articles.images.models.text import ImageText
from articles.images.models.trust import TrustList

__all__ = ["ImageAsset", "ImageText", "ProvenanceReport", "Rendition", "TrustList"]
