#include "policies.h"

// The files of Policies/ become part of the program, so that it runs from anywhere and needs no installation.
// The list is written by: PROVISO_RECORD=1 swift test --filter BuiltInTests
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Policies/can-spam/carriers.yaml"
};
static const unsigned char file1[] = {
#embed "../../Policies/can-spam/delivery.yaml"
};
static const unsigned char file2[] = {
#embed "../../Policies/can-spam/email.yaml"
};
static const unsigned char file3[] = {
#embed "../../Policies/can-spam/pack.yaml"
};
static const unsigned char file4[] = {
#embed "../../Policies/can-spam/states.yaml"
};
static const unsigned char file5[] = {
#embed "../../Policies/can-spam/texts.yaml"
};
static const unsigned char file6[] = {
#embed "../../Policies/ccpa/choices.yaml"
};
static const unsigned char file7[] = {
#embed "../../Policies/ccpa/notice.yaml"
};
static const unsigned char file8[] = {
#embed "../../Policies/ccpa/pack.yaml"
};
static const unsigned char file9[] = {
#embed "../../Policies/ccpa/rights.yaml"
};
static const unsigned char file10[] = {
#embed "../../Policies/ccpa/sale.yaml"
};
static const unsigned char file11[] = {
#embed "../../Policies/ccpa/security.yaml"
};
static const unsigned char file12[] = {
#embed "../../Policies/ccpa/sensitive.yaml"
};
static const unsigned char file13[] = {
#embed "../../Policies/common/opt-in-out.yaml"
};
static const unsigned char file14[] = {
#embed "../../Policies/common/pack.yaml"
};
static const unsigned char file15[] = {
#embed "../../Policies/common/promotion.yaml"
};
static const unsigned char file16[] = {
#embed "../../Policies/common/requests.yaml"
};
static const unsigned char file17[] = {
#embed "../../Policies/common/sensitive.yaml"
};
static const unsigned char file18[] = {
#embed "../../Policies/coverage.yaml"
};
static const unsigned char file19[] = {
#embed "../../Policies/data-security/access.yaml"
};
static const unsigned char file20[] = {
#embed "../../Policies/data-security/api.yaml"
};
static const unsigned char file21[] = {
#embed "../../Policies/data-security/audits.yaml"
};
static const unsigned char file22[] = {
#embed "../../Policies/data-security/pack.yaml"
};
static const unsigned char file23[] = {
#embed "../../Policies/data-security/storage.yaml"
};
static const unsigned char file24[] = {
#embed "../../Policies/data-security/texts.yaml"
};
static const unsigned char file25[] = {
#embed "../../Policies/data-security/vendors.yaml"
};
static const unsigned char file26[] = {
#embed "../../Policies/facts.yaml"
};
static const unsigned char file27[] = {
#embed "../../Policies/gdpr/children-and-rights.yaml"
};
static const unsigned char file28[] = {
#embed "../../Policies/gdpr/data.yaml"
};
static const unsigned char file29[] = {
#embed "../../Policies/gdpr/opt-out.yaml"
};
static const unsigned char file30[] = {
#embed "../../Policies/gdpr/organisation.yaml"
};
static const unsigned char file31[] = {
#embed "../../Policies/gdpr/pack.yaml"
};
static const unsigned char file32[] = {
#embed "../../Policies/gdpr/permission.yaml"
};
static const unsigned char file33[] = {
#embed "../../Policies/gdpr/transparency.yaml"
};
static const unsigned char file34[] = {
#embed "../../Policies/hipaa/channel.yaml"
};
static const unsigned char file35[] = {
#embed "../../Policies/hipaa/clinical-words.yaml"
};
static const unsigned char file36[] = {
#embed "../../Policies/hipaa/money.yaml"
};
static const unsigned char file37[] = {
#embed "../../Policies/hipaa/neighbours.yaml"
};
static const unsigned char file38[] = {
#embed "../../Policies/hipaa/pack.yaml"
};
static const unsigned char file39[] = {
#embed "../../Policies/hipaa/rights-and-records.yaml"
};
static const unsigned char file40[] = {
#embed "../../Policies/hipaa/text.yaml"
};
static const unsigned char file41[] = {
#embed "../../Policies/lgpd/children.yaml"
};
static const unsigned char file42[] = {
#embed "../../Policies/lgpd/consent.yaml"
};
static const unsigned char file43[] = {
#embed "../../Policies/lgpd/data.yaml"
};
static const unsigned char file44[] = {
#embed "../../Policies/lgpd/fairness.yaml"
};
static const unsigned char file45[] = {
#embed "../../Policies/lgpd/openness.yaml"
};
static const unsigned char file46[] = {
#embed "../../Policies/lgpd/pack.yaml"
};
static const unsigned char file47[] = {
#embed "../../Policies/regions.yaml"
};
static const unsigned char file48[] = {
#embed "../../Policies/starter/answers.yaml"
};
static const unsigned char file49[] = {
#embed "../../Policies/starter/config.yaml"
};
static const unsigned char file50[] = {
#embed "../../Policies/starter/draft.yaml"
};
static const unsigned char file51[] = {
#embed "../../Policies/starter/workflow.yaml"
};
static const unsigned char file52[] = {
#embed "../../Policies/whatsapp-content/adult.yaml"
};
static const unsigned char file53[] = {
#embed "../../Policies/whatsapp-content/animals.yaml"
};
static const unsigned char file54[] = {
#embed "../../Policies/whatsapp-content/claims.yaml"
};
static const unsigned char file55[] = {
#embed "../../Policies/whatsapp-content/credit.yaml"
};
static const unsigned char file56[] = {
#embed "../../Policies/whatsapp-content/cues.yaml"
};
static const unsigned char file57[] = {
#embed "../../Policies/whatsapp-content/dangerous.yaml"
};
static const unsigned char file58[] = {
#embed "../../Policies/whatsapp-content/gambling.yaml"
};
static const unsigned char file59[] = {
#embed "../../Policies/whatsapp-content/harassment.yaml"
};
static const unsigned char file60[] = {
#embed "../../Policies/whatsapp-content/hate-shapes.yaml"
};
static const unsigned char file61[] = {
#embed "../../Policies/whatsapp-content/hate-words.yaml"
};
static const unsigned char file62[] = {
#embed "../../Policies/whatsapp-content/hate.yaml"
};
static const unsigned char file63[] = {
#embed "../../Policies/whatsapp-content/health.yaml"
};
static const unsigned char file64[] = {
#embed "../../Policies/whatsapp-content/identifiers.yaml"
};
static const unsigned char file65[] = {
#embed "../../Policies/whatsapp-content/illicit.yaml"
};
static const unsigned char file66[] = {
#embed "../../Policies/whatsapp-content/money.yaml"
};
static const unsigned char file67[] = {
#embed "../../Policies/whatsapp-content/ordinary-words.yaml"
};
static const unsigned char file68[] = {
#embed "../../Policies/whatsapp-content/pack.yaml"
};
static const unsigned char file69[] = {
#embed "../../Policies/whatsapp-content/political.yaml"
};
static const unsigned char file70[] = {
#embed "../../Policies/whatsapp-content/relationship.yaml"
};
static const unsigned char file71[] = {
#embed "../../Policies/whatsapp-content/scam.yaml"
};
static const unsigned char file72[] = {
#embed "../../Policies/whatsapp-content/substances.yaml"
};
static const unsigned char file73[] = {
#embed "../../Policies/whatsapp-content/verticals.yaml"
};
static const unsigned char file74[] = {
#embed "../../Policies/whatsapp-templates/account.yaml"
};
static const unsigned char file75[] = {
#embed "../../Policies/whatsapp-templates/authentication.yaml"
};
static const unsigned char file76[] = {
#embed "../../Policies/whatsapp-templates/buttons.yaml"
};
static const unsigned char file77[] = {
#embed "../../Policies/whatsapp-templates/category.yaml"
};
static const unsigned char file78[] = {
#embed "../../Policies/whatsapp-templates/pack.yaml"
};
static const unsigned char file79[] = {
#embed "../../Policies/whatsapp-templates/parts.yaml"
};
static const unsigned char file80[] = {
#embed "../../Policies/whatsapp-templates/placeholders.yaml"
};
static const unsigned char file81[] = {
#embed "../../Policies/whatsapp-templates/sending.yaml"
};
static const unsigned char file82[] = {
#embed "../../Policies/whatsapp-templates/wording.yaml"
};

static const struct proviso_policy policies[] = {
    {"can-spam/carriers.yaml", file0, sizeof file0},
    {"can-spam/delivery.yaml", file1, sizeof file1},
    {"can-spam/email.yaml", file2, sizeof file2},
    {"can-spam/pack.yaml", file3, sizeof file3},
    {"can-spam/states.yaml", file4, sizeof file4},
    {"can-spam/texts.yaml", file5, sizeof file5},
    {"ccpa/choices.yaml", file6, sizeof file6},
    {"ccpa/notice.yaml", file7, sizeof file7},
    {"ccpa/pack.yaml", file8, sizeof file8},
    {"ccpa/rights.yaml", file9, sizeof file9},
    {"ccpa/sale.yaml", file10, sizeof file10},
    {"ccpa/security.yaml", file11, sizeof file11},
    {"ccpa/sensitive.yaml", file12, sizeof file12},
    {"common/opt-in-out.yaml", file13, sizeof file13},
    {"common/pack.yaml", file14, sizeof file14},
    {"common/promotion.yaml", file15, sizeof file15},
    {"common/requests.yaml", file16, sizeof file16},
    {"common/sensitive.yaml", file17, sizeof file17},
    {"coverage.yaml", file18, sizeof file18},
    {"data-security/access.yaml", file19, sizeof file19},
    {"data-security/api.yaml", file20, sizeof file20},
    {"data-security/audits.yaml", file21, sizeof file21},
    {"data-security/pack.yaml", file22, sizeof file22},
    {"data-security/storage.yaml", file23, sizeof file23},
    {"data-security/texts.yaml", file24, sizeof file24},
    {"data-security/vendors.yaml", file25, sizeof file25},
    {"facts.yaml", file26, sizeof file26},
    {"gdpr/children-and-rights.yaml", file27, sizeof file27},
    {"gdpr/data.yaml", file28, sizeof file28},
    {"gdpr/opt-out.yaml", file29, sizeof file29},
    {"gdpr/organisation.yaml", file30, sizeof file30},
    {"gdpr/pack.yaml", file31, sizeof file31},
    {"gdpr/permission.yaml", file32, sizeof file32},
    {"gdpr/transparency.yaml", file33, sizeof file33},
    {"hipaa/channel.yaml", file34, sizeof file34},
    {"hipaa/clinical-words.yaml", file35, sizeof file35},
    {"hipaa/money.yaml", file36, sizeof file36},
    {"hipaa/neighbours.yaml", file37, sizeof file37},
    {"hipaa/pack.yaml", file38, sizeof file38},
    {"hipaa/rights-and-records.yaml", file39, sizeof file39},
    {"hipaa/text.yaml", file40, sizeof file40},
    {"lgpd/children.yaml", file41, sizeof file41},
    {"lgpd/consent.yaml", file42, sizeof file42},
    {"lgpd/data.yaml", file43, sizeof file43},
    {"lgpd/fairness.yaml", file44, sizeof file44},
    {"lgpd/openness.yaml", file45, sizeof file45},
    {"lgpd/pack.yaml", file46, sizeof file46},
    {"regions.yaml", file47, sizeof file47},
    {"starter/answers.yaml", file48, sizeof file48},
    {"starter/config.yaml", file49, sizeof file49},
    {"starter/draft.yaml", file50, sizeof file50},
    {"starter/workflow.yaml", file51, sizeof file51},
    {"whatsapp-content/adult.yaml", file52, sizeof file52},
    {"whatsapp-content/animals.yaml", file53, sizeof file53},
    {"whatsapp-content/claims.yaml", file54, sizeof file54},
    {"whatsapp-content/credit.yaml", file55, sizeof file55},
    {"whatsapp-content/cues.yaml", file56, sizeof file56},
    {"whatsapp-content/dangerous.yaml", file57, sizeof file57},
    {"whatsapp-content/gambling.yaml", file58, sizeof file58},
    {"whatsapp-content/harassment.yaml", file59, sizeof file59},
    {"whatsapp-content/hate-shapes.yaml", file60, sizeof file60},
    {"whatsapp-content/hate-words.yaml", file61, sizeof file61},
    {"whatsapp-content/hate.yaml", file62, sizeof file62},
    {"whatsapp-content/health.yaml", file63, sizeof file63},
    {"whatsapp-content/identifiers.yaml", file64, sizeof file64},
    {"whatsapp-content/illicit.yaml", file65, sizeof file65},
    {"whatsapp-content/money.yaml", file66, sizeof file66},
    {"whatsapp-content/ordinary-words.yaml", file67, sizeof file67},
    {"whatsapp-content/pack.yaml", file68, sizeof file68},
    {"whatsapp-content/political.yaml", file69, sizeof file69},
    {"whatsapp-content/relationship.yaml", file70, sizeof file70},
    {"whatsapp-content/scam.yaml", file71, sizeof file71},
    {"whatsapp-content/substances.yaml", file72, sizeof file72},
    {"whatsapp-content/verticals.yaml", file73, sizeof file73},
    {"whatsapp-templates/account.yaml", file74, sizeof file74},
    {"whatsapp-templates/authentication.yaml", file75, sizeof file75},
    {"whatsapp-templates/buttons.yaml", file76, sizeof file76},
    {"whatsapp-templates/category.yaml", file77, sizeof file77},
    {"whatsapp-templates/pack.yaml", file78, sizeof file78},
    {"whatsapp-templates/parts.yaml", file79, sizeof file79},
    {"whatsapp-templates/placeholders.yaml", file80, sizeof file80},
    {"whatsapp-templates/sending.yaml", file81, sizeof file81},
    {"whatsapp-templates/wording.yaml", file82, sizeof file82},
};

const struct proviso_policy *proviso_policy_at(size_t number) {
  return number < sizeof policies / sizeof policies[0] ? &policies[number] : NULL;
}
