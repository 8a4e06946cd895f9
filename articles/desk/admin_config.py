from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """Django's admin with our own site; modules named `admin` are found as usual."""

    default = False
    default_site = "articles.desk.site.DeskSite"
