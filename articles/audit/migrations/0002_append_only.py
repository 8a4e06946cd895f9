from django.db import migrations

from articles.lib import appendonly


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [appendonly.operation("audit_entry")]
